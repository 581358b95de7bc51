extension Catalogue {
    /// What the plan cannot have, why a date does not suit, and what `doctor` finds.
    static let planning = [
        // Why a date does not suit
        ("outside the hours of {}", "hors des heures de {}"),
        ("{} is busy then", "{} est occupé alors"),
        ("{} is away then", "{} est absent alors"),
        ("{} is away", "{} est absent"),
        ("{} is a holiday", "le {} est férié"),
        ("it is a holiday", "c’est un jour férié"),
        ("the relationship goes from {} to {}", "la relation va du {} au {}"),
        ("an open end", "une fin ouverte"),
        ("the relationship is paused that day", "la relation est suspendue ce jour-là"),
        ("the relationship is paused then", "la relation est suspendue alors"),
        ("that is outside the dates of the relationship", "c’est hors des dates de la relation"),
        ("the relationship is no longer in the configuration", "la relation n’est plus dans la configuration"),
        ("a meeting was called off that day", "une rencontre a été annulée ce jour-là"),
        ("new dates lie at least {} days ahead", "une nouvelle date est à {} jours au moins"),
        ("it is not the preferred weekday ({})", "ce n’est pas le jour préféré ({})"),
        ("{} has no hours that day", "{} n’a pas d’heures ce jour-là"),
        ("{} can meet {} that day", "{} est libre {} ce jour-là"),
        ("{} has another meeting then", "{} a une autre rencontre alors"),
        ("{} has {} of {} minutes that month already", "{} a déjà {} des {} minutes de ce mois"),
        ("{} days after the meeting before", "{} jours après la rencontre précédente"),
        ("{} days before the next", "{} jours avant la suivante"),
        ("the rhythm is {} to {} days", "le rythme est de {} à {} jours"),
        // What the plan warns of
        ("{}: no {} can be planned: {}", "{} : aucune rencontre « {} » ne peut être planifiée : {}"),
        ("{} have no hour of the week in common", "{} n’ont pas d’heure commune dans la semaine"),
        ("the absences of {} leave no day", "les absences de {} ne laissent pas de jour"),
        ("the calendar of {} leaves no common hour", "l’agenda de {} ne laisse pas d’heure commune"),
        ("holidays, pauses and the end leave no day", "les jours fériés, les pauses et la fin ne laissent pas de jour"),
        ("{}: {} days without a {}, from {} to {}", "{} : {} jours sans rencontre « {} », du {} au {}"),
        ("max_gap is {} days", "max_gap est de {} jours"),
        (
            "{}: the review on {} is no longer than a session: there is no time for more",
            "{} : le point d’étape du {} n’est pas plus long qu’une séance : il n’y a pas de temps pour plus"
        ),
        (
            "it is too near to be planned anew: `jalon meeting move` or `cancel` is for a person to say",
            "elle est trop proche pour être replanifiée : à vous de dire `jalon meeting move` ou `cancel`"
        ),
        ("`jalon relationship replan {}` moves it", "`jalon relationship replan {}` la déplace"),
        (
            "{}: the announced {} on {} stands, and yet {}",
            "{} : la rencontre « {} » annoncée le {} tient, et pourtant {}"
        ),
        (
            "{} announced meetings keep {} as their organizer until {}: see that it can still send and receive, and name it under `former_mailboxes:`",
            "{} rencontres annoncées gardent {} comme organisateur jusqu'au {} : veillez à ce que cette boîte puisse encore envoyer et recevoir, et nommez-la sous `former_mailboxes:`"
        ),
        // What `doctor` finds
        ("relationships: {}, people: {}, no mistakes", "relations : {}, personnes : {}, aucune erreur"),
        (
            "{}: no mistakes; people: {}, relationships: {}, rules: {}; configuration {}",
            "{} : aucune erreur ; personnes : {}, relations : {}, règles : {} ; configuration {}"
        ),
        ("the mail server hands them to `jalon receive`", "le serveur de courriel les passe à `jalon receive`"),
        ("{} opens, and can be read", "{} s’ouvre, et peut être lu"),
        ("{} can be written", "{} peut être écrit"),
        ("{} is not there yet", "{} n’existe pas encore"),
        ("the daemon makes it when it starts", "le service le crée à son démarrage"),
        ("{} cannot be written by this user ({})", "{} ne peut être écrit par cet utilisateur ({})"),
        ("run this as the daemon's user{}", "lancez ceci sous l’utilisateur du service{}"),
        ("port {} answers", "le port {} répond"),
        ("we say EHLO {}", "nous disons EHLO {}"),
        ("{} has no address", "{} n’a pas d’adresse"),
        (
            "check the name, and this machine's name servers",
            "vérifiez le nom, et les serveurs de noms de cette machine"
        ),
        ("none, as the server is this machine", "aucun, car le serveur est cette machine"),
        ("STARTTLS, with TLS 1.2 or later", "STARTTLS, avec TLS 1.2 ou plus récent"),
        ("TLS 1.2 or later from the first byte", "TLS 1.2 ou plus récent dès le premier octet"),
        ("the certificate is good", "le certificat est bon"),
        ("the user name and the password are taken", "le nom et le mot de passe sont acceptés"),
        ("the access token is taken", "le jeton est accepté"),
        ("none is configured, and none was asked for", "aucune n’est configurée, et aucune n’a été demandée"),
        ("taken for {}: {}", "pris pour {} : {}"),
        ("see whether it arrives, and where", "voyez s’il arrive, et où"),
        ("configuration", "configuration"), ("state", "état"), ("name", "nom"), ("connection", "connexion"),
        ("encryption", "chiffrement"), ("login", "identification"), ("offers", "capacités"), ("mail", "message"),
        ("ok", "bien"), ("look", "voir"), ("wrong", "faux"),
    ]
}
