extension Catalogue {
    /// What a start needs beside the programme, and what it does without.
    static let start = [
        ("there is no `mail:`, and so nothing can be sent", "il n’y a pas de `mail:`, et rien ne peut partir"),
        ("add it with its `server:`", "ajoutez-le, avec son `server:`"),
        ("the credential '{}' is not there", "le « credential » « {} » n’est pas là"),
        (
            "LoadCredential={}:PATH gives it to the service, from its next start",
            "LoadCredential={}:CHEMIN le donne au service, à partir de son prochain démarrage"
        ),
        ("{} cannot be read by this user", "{} ne peut être lu par cet utilisateur"),
        (
            "{} cannot be read by this user, and so it was not looked at",
            "{} ne peut être lu par cet utilisateur, et n’a pas été regardé"
        ),
        ("`jalon reload` has the service look", "`jalon reload` le fait regarder par le service"),
        ("the directory '{}' cannot be read", "le répertoire « {} » ne peut être lu"),
        ("give it to the user that the service runs as", "donnez-le à l’utilisateur du service"),
        ("the password in {} cannot be used: {}", "le mot de passe dans {} ne peut servir : {}"),
        ("it takes the password alone, on one line", "il y faut le mot de passe seul, sur une ligne"),
        ("the access token in {} cannot be used: {}", "le jeton d’accès dans {} ne peut servir : {}"),
        ("see to the program that renews it", "voyez le programme qui le renouvelle"),
        (
            "the certificate authorities in {} cannot be used: {}",
            "les autorités de certification dans {} ne peuvent servir : {}"
        ),
        (
            "write certificates in PEM there, or leave `ca:` out to trust those of the system",
            "écrivez-y des certificats en PEM, ou retirez `ca:` pour se fier à celles du système"
        ),
        ("there is no such file", "ce fichier n’existe pas"), ("it is not a file", "ce n’est pas un fichier"),
        ("it is empty", "il est vide"), ("it cannot be read", "il ne peut être lu"),
        ("it holds no password", "il ne contient pas de mot de passe"),
        ("it does not hold one line with a password", "il ne contient pas une ligne avec un mot de passe"),
        ("it holds no certificate", "il ne contient pas de certificat"),
        ("its certificate {} is damaged", "son certificat {} est abîmé"),
        ("it has more than 4 MiB", "il dépasse 4 Mio"),
        ("\"{}\" is not the name of a mail server", "« {} » n’est pas le nom d’un serveur de courriel"),
        (
            "write a host name in ASCII such as smtp.exemple.fr, or an IP address",
            "écrivez un nom en ASCII comme smtp.exemple.fr, ou une adresse IP"
        ),
        ("\"{}\" cannot be said in EHLO", "« {} » ne peut être dit dans EHLO"),
        (
            "write this machine's full name, such as jalon.exemple.fr",
            "écrivez le nom complet de cette machine, comme jalon.exemple.fr"
        ),
        (
            "{} is not a directory, and so no calendar can be written there",
            "{} n’est pas un répertoire : aucun calendrier ne peut y être écrit"
        ),
        ("{} cannot be written by this user", "{} ne peut être écrit par cet utilisateur"),
        ("{} cannot be written by the service", "{} ne peut être écrit par le service"),
        (
            "ReadWritePaths= in a drop-in of the unit lets it",
            "ReadWritePaths= dans un complément de l’unité le lui permet"
        ),
        ("calendars cannot be written: {}", "les calendriers ne peuvent être écrits : {}"),
        ("nothing can be sent: {}", "rien ne peut partir : {}"),
        ("answers cannot be read: {}", "les réponses ne peuvent être lues : {}"),
        ("running on the last accepted configuration: {}", "service sur la dernière configuration acceptée : {}"),
        (
            "the configuration has mistakes, {} in all, the first at {}",
            "la configuration a des erreurs, {} en tout, la première en {}"
        ),
        ("`jalon check` shows them", "`jalon check` les montre"),
        ("{} more like this", "{} autres de ce genre"),
        (
            "another `pace:` or number of `connections:` counts from the next start",
            "une autre `pace:` ou un autre nombre de `connections:` compte au prochain démarrage"
        ),
        ("jalon.yaml:{}:{}: {}", "jalon.yaml:{}:{} : {}"), ("files", "fichiers"),
        (
            "the clock was set {} ahead: nothing is planned or sent until it has been steady for a quarter of an hour, or `jalon outbox release` says that it is right",
            "l’horloge a été avancée de {} : rien n’est planifié ni envoyé avant qu’elle n’ait été stable un quart d’heure, ou que `jalon outbox release` ne dise qu’elle est juste"
        ),
        (
            "the clock was set {} back, bit by bit: nothing is planned or sent until it has been steady for a quarter of an hour, or `jalon outbox release` says that it is right",
            "l’horloge a été retardée de {}, peu à peu : rien n’est planifié ni envoyé avant qu’elle n’ait été stable un quart d’heure, ou que `jalon outbox release` ne dise qu’elle est juste"
        ),
        (
            "the clock is {} behind what the ledger has written down: nothing is planned or sent until it is set right, or `jalon outbox release` says that it is",
            "l’horloge est en retard de {} sur ce que le registre a noté : rien n’est planifié ni envoyé avant qu’elle ne soit remise à l’heure, ou que `jalon outbox release` ne dise qu’elle est juste"
        ),
    ]
}
