extension Catalogue {
    /// Why something could not be done.
    static let refusals = [
        // Orders
        ("there is no meeting {}", "il n’y a pas de rencontre {}"),
        ("`jalon plan` shows the ids", "`jalon plan` montre les identifiants"),
        ("there is no relationship '{}' in the configuration", "il n’y a pas de relation « {} » dans la configuration"),
        ("there is no person '{}' in the configuration", "il n’y a pas de personne « {} » dans la configuration"),
        ("{} has begun", "{} a commencé"),
        ("only a meeting ahead can be changed", "seule une rencontre à venir peut être changée"),
        ("{} is {} already", "{} est déjà {}"),
        ("{} is {}; nobody was invited to it", "{} est {} ; personne n’y a été invité"),
        ("{} begins only at {}", "{} ne commence qu’à {}"),
        ("{} is over; name a time ahead", "{} est passé ; donnez une heure à venir"),
        (
            "the clocks of {} change: {} does not exist that day, or comes twice",
            "les horloges de {} changent : {} n’existe pas ce jour-là, ou vient deux fois"
        ),
        ("name another hour", "donnez une autre heure"),
        ("the relationship has another meeting on {}", "la relation a une autre rencontre le {}"),
        ("the pause would be over on {} already", "la pause serait déjà finie le {}"),
        ("{} is neither paused nor ended by an order", "{} n’est ni suspendue ni terminée par un ordre"),
        ("it cannot end before it starts, on {}", "elle ne peut finir avant son début, le {}"),
        ("a pause from {} to {} would end before it begins", "une pause du {} au {} finirait avant de commencer"),
        ("the files end the relationship on {}", "les fichiers terminent la relation le {}"),
        ("change the files for more", "changez les fichiers pour davantage"),
        (
            "meetings are planned until {}, and {} lies behind that",
            "les rencontres sont planifiées jusqu’au {}, et {} vient après"
        ),
        (
            "{}: the configuration in force still names them",
            "{} : la configuration en vigueur nomme encore cette personne"
        ),
        (
            "take them out of the files, then `jalon reload`, which cancels what is ahead",
            "retirez-la des fichiers, puis `jalon reload`, qui annule ce qui est à venir"
        ),
        ("{}: the ledger knows nobody of that id", "{} : le registre ne connaît personne de cet identifiant"),
        (
            "nobody has the id '{}', neither in the files nor in the ledger",
            "personne n’a l’identifiant « {} », ni dans les fichiers ni dans le registre"
        ),
        ("{}: no mail has come back from there", "{} : aucun courriel n’en est revenu"),
        ("`jalon people` shows whose does", "`jalon people` montre d’où il en revient"),
        ("no mail waits for a word: nothing is held back", "aucun courriel n’attend un mot : rien n’est retenu"),
        (
            "there is no mail {}; `jalon outbox list` has them",
            "il n’y a pas de courriel {} ; `jalon outbox list` les donne"
        ),
        ("the text of mail {} is no longer kept", "le texte du courriel {} n’est plus gardé"),
        ("mail {} is being sent at this moment", "le courriel {} part en ce moment"),
        ("look again with `jalon outbox show`", "regardez de nouveau avec `jalon outbox show`"),
        ("mail {} has been sent", "le courriel {} est parti"),
        ("what a server has taken cannot be taken back", "ce qu’un serveur a pris ne peut être repris"),
        ("mail {} is {}: it is no longer owed", "le courriel {} est {} : il n’est plus dû"),
        (
            "mail {} is of no more use to its recipient, and stays {}",
            "le courriel {} ne sert plus à son destinataire, et reste {}"
        ),
        // The service
        ("the state directory {} cannot be used: {}", "le répertoire d’état {} ne peut servir : {}"),
        ("the state directory {} is taken by another jalon{}", "le répertoire d’état {} est pris par un autre jalon{}"),
        ("stop it first, or name another --state", "arrêtez-le d’abord, ou donnez un autre --state"),
        ("the configuration names no mail server", "la configuration ne nomme pas de serveur de courriel"),
        ("add `mail:` with its `server:` to jalon.yaml", "ajoutez `mail:` avec son `server:` à jalon.yaml"),
        ("{} cannot be written: {}", "{} ne peut être écrit : {}"),
        ("it exists already, or there is no such directory", "il existe déjà, ou ce répertoire n’existe pas"),
        ("{} holds files that are not a rehearsal's", "{} contient des fichiers qui ne sont pas d’une répétition"),
        ("name an empty or a new directory with --out", "donnez avec --out un répertoire vide ou nouveau"),
        ("there is no ledger in {}", "il n’y a pas de registre dans {}"),
        (
            "name the state directory with --state, or start the daemon with `jalon run`",
            "donnez le répertoire d’état avec --state, ou lancez le service avec `jalon run`"
        ),
        ("no daemon runs on the state directory {}", "aucun service ne tourne sur le répertoire d’état {}"),
        ("start it with `jalon run`", "lancez-le avec `jalon run`"),
        ("the daemon (process {}) did not answer within {} s", "le service (processus {}) n’a pas répondu en {} s"),
        ("the order stands", "l’ordre reste donné"),
        ("reload refused: {}", "rechargement refusé : {}"),
        ("reload held: {}", "rechargement retenu : {}"),
        ("the old configuration goes on", "l’ancienne configuration continue"),
        ("{} announced meetings would be moved or cancelled", "{} rencontres annoncées seraient déplacées ou annulées"),
        (
            "look at it with `jalon plan`, then `jalon reload --accept {}`",
            "regardez avec `jalon plan`, puis `jalon reload --accept {}`"
        ),
        (
            "the configuration has mistakes, {} in all, the first at {}",
            "la configuration a des erreurs, {} en tout, la première en {}"
        ),
        ("`jalon check` shows them", "`jalon check` les montre"),
        // The ledger and the configuration as a whole
        ("the ledger {} cannot be opened: {}", "le registre {} ne peut être ouvert : {}"),
        (
            "the ledger {} was written by a newer version of Jalon",
            "le registre {} a été écrit par une version plus récente de Jalon"
        ),
        (
            "install that version, or start from a backup that is older than the upgrade",
            "installez cette version, ou repartez d’une sauvegarde antérieure à la mise à niveau"
        ),
        (
            "the ledger {} was written by an earlier version of Jalon",
            "le registre {} a été écrit par une version antérieure de Jalon"
        ),
        ("start the daemon, which brings it up to date", "lancez le service, qui le met à niveau"),
        ("{} exists already", "{} existe déjà"),
        ("name a file that does not", "donnez un fichier qui n’existe pas"),
        ("the ledger cannot be written: {}", "le registre ne peut être écrit : {}"),
        ("the ledger cannot be read: {}", "le registre ne peut être lu : {}"),
        ("the disk is full", "le disque est plein"),
        ("no such directory, or no permission", "ce répertoire n’existe pas, ou l’accès est refusé"),
        ("no permission to write", "pas le droit d’écrire"),
        ("it is not a database of Jalon", "ce n’est pas une base de Jalon"),
        ("another process keeps it locked", "un autre processus le tient verrouillé"),
        ("{} is no directory", "{} n’est pas un répertoire"),
        ("name the one that holds jalon.yaml.", "donnez celui où se trouve jalon.yaml."),
        ("There is no jalon.yaml in {}", "Il n’y a pas de jalon.yaml dans {}"),
        ("`jalon init DIR` writes one to begin with.", "`jalon init REP` en écrit un pour commencer."),
        ("{} cannot be read: {}.", "{} ne peut être lu : {}."),
        ("permission denied", "accès refusé"),
        ("nothing was written", "rien n’a été écrit"),
        ("There is no person and no relationship '{}' in {}.", "Il n’y a ni personne ni relation « {} » dans {}."),
        ("There is no mail {}", "Il n’y a pas de courriel {}"),
        ("`jalon outbox list --all` has them.", "`jalon outbox list --all` les donne."),
        ("'{}' has no series '{}'", "« {} » n’a pas de série « {} »"),
        ("it has {}.", "elle a {}."),
        ("{} is not empty", "{} n’est pas vide"),
        ("name a new directory", "donnez un répertoire nouveau"),
        ("{} cannot be used now: {}", "{} ne peut servir maintenant : {}"),
        ("an example", "un exemple"),
        ("there is nothing yet that the text could tell of", "il n’y a encore rien que le texte puisse dire"),
        ("{} mistakes are to be mended first", "{} erreurs sont à corriger d’abord"),
    ]

    /// What was done.
    static let answers = [
        ("{} moves to {}", "{} passe au {}"),
        ("{} on {} is cancelled", "{} du {} est annulée"),
        ("{} pauses from {} until it is resumed", "{} est suspendue à partir du {}, jusqu’à sa reprise"),
        ("{} pauses from {} to {}", "{} est suspendue du {} au {}"),
        ("{} goes on", "{} reprend"),
        ("{} ends on {}", "{} se termine le {}"),
        ("{}: every announced meeting suits", "{} : toutes les rencontres annoncées conviennent"),
        ("{} is planned anew", "{} est replanifiée"),
        ("  {} is cancelled: {}", "  {} est annulée : {}"),
        ("  {} moves to {}: {}", "  {} passe au {} : {}"),
        ("  {} is told anew: {}", "  {} est redite : {}"),
        ("nobody was told of it yet", "personne n’en avait été prévenu"),
        ("mails to {}", "courriels à {}"),
        (
            "no daemon runs: the mails wait in the outbox until `jalon run`",
            "aucun service ne tourne : les courriels attendent `jalon run` dans la boîte d’envoi"
        ),
        (
            "{}: mail goes there again, what is owed at once",
            "{} : le courriel y part de nouveau, ce qui est dû aussitôt"
        ),
        ("name and address leave the ledger now", "nom et adresse quittent le registre maintenant"),
        ("what was counted stays", "ce qui a été compté reste"),
        (
            "name and address leave the ledger when {} mails that name them have ended, on {} at the latest",
            "nom et adresse quittent le registre quand {} courriels qui les portent seront achevés, le {} au plus tard"
        ),
        ("mail {} is {} now", "le courriel {} est maintenant {}"),
        ("configuration {} accepted", "configuration {} acceptée"),
        ("{} announced meetings change", "{} rencontres annoncées changent"),
        (
            "relationships: {}; next: {}; calendars that count as they were before: {}, see `jalon check`",
            "relations : {} ; prochaine échéance : {} ; agendas qui comptent tels qu’ils étaient : {}, voir `jalon check`"
        ),
        (
            "relationships: {}; nothing ahead; calendars that count as they were before: {}, see `jalon check`",
            "relations : {} ; rien à venir ; agendas qui comptent tels qu’ils étaient : {}, voir `jalon check`"
        ),
        ("relationships: {}; next: {}", "relations : {} ; prochaine échéance : {}"),
        ("relationships: {}; nothing ahead", "relations : {} ; rien à venir"),
        ("mails stay owed for the next pass", "des courriels restent dus pour le prochain passage"),
        ("the mail server is {}", "le serveur de courriel est {}"),
        ("wrote {} with {} {}; next: jalon check", "{} écrit, avec {} {} ; ensuite : jalon check"),
        ("wrote {}, {} KiB, checked", "{} écrit, {} Kio, vérifié"),
        ("wrote {}", "{} écrit"),
        (
            "next: edit them, then run `jalon check --config {}`",
            "ensuite : modifiez-les, puis `jalon check --config {}`"
        ),
        ("Nothing stands against {} at the preferred hour.", "Rien ne s’oppose à l’heure préférée le {}."),
        ("people", "personnes"), ("relationships", "relations"),
    ]
}
