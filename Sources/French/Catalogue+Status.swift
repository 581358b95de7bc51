extension Catalogue {
    /// How the service is, and what lies ahead.
    static let status = [
        ("daemon", "service"), ("sending", "envoi"), ("owed", "dus"), ("next", "à suivre"),
        ("planning", "planification"),
        ("answers", "réponses"), ("suspended", "suspendues"), ("failed", "échoués"), ("last trouble", "dernier souci"),
        ("running, process {}", "tourne, processus {}"),
        ("not running", "ne tourne pas"),
        ("nothing ahead", "rien à venir"),
        ("not planned yet", "pas encore planifié"),
        ("{} addresses; `jalon people` has them", "{} adresses ; `jalon people` les montre"),
        ("{} mails; `jalon outbox list` has them", "{} courriels ; `jalon outbox list` les montre"),
        ("mail {}, {} to {}, {}: {}", "courriel {}, {} à {}, {} : {}"),
        ("what was due until {} waits after an absence", "ce qui était dû jusqu’à {} attend, après une absence"),
        ("`jalon outbox release` lets it go", "`jalon outbox release` le laisse partir"),
        ("nothing is known to stand against it", "rien ne s’y oppose, que l’on sache"),
        ("{} mails: {}", "{} courriels : {}"),
        ("the next may leave {}", "le prochain peut partir {}"),
        ("down: {}", "injoignable : {}"),
        ("suspended: {}", "suspendu : {}"),
        ("stuck", "bloqué"), ("damaged", "abîmé"),
        (
            "no mail has left since {}, although some were tried",
            "aucun courriel n’est parti depuis {}, malgré des essais"
        ),
        ("no mail has left since {}; see `jalon status`", "aucun courriel n’est parti depuis {} ; voir `jalon status`"),
        (
            "mails have been waiting since {}; see `jalon outbox list`",
            "des courriels attendent depuis {} ; voir `jalon outbox list`"
        ),
        ("some mails have been waiting since {}", "des courriels attendent depuis {}"),
        ("`jalon outbox list` has them", "`jalon outbox list` les montre"),
        ("every mail is refused alike: {}", "tous les courriels sont refusés de la même façon : {}"),
        ("{}, row {}: {} cannot be read; it is set aside", "{}, ligne {} : {} illisible ; mis de côté"),
        ("A reload would change what has been announced:", "Un rechargement changerait ce qui a été annoncé :"),
        ("It is held until `jalon reload --accept {}`.", "Il attend `jalon reload --accept {}`."),
        ("Meetings ahead (+ new, ✓ announced):", "Rencontres à venir (+ nouvelles, ✓ annoncées) :"),
        ("Mails until {}:", "Courriels jusqu’au {} :"),
        ("none", "aucun"),
        ("relationship", "relation"), ("meeting", "rencontre"), ("change", "changement"), ("mails to", "courriels à"),
        ("start", "début"), ("zone", "fuseau"), ("length", "durée"), ("place", "lieu"), ("id", "id"),
        ("leaves", "part"), ("to", "à"), ("template", "modèle"), ("subject", "objet"),
        ("cancelled", "annulée"), ("edited", "modifiée"), ("moved to {}", "passe au {}"),
        ("the session of '{}' prefers {}", "la séance de « {} » préfère {}"),
        ("sending is held: {}", "l’envoi est retenu : {}"),
        (
            "the file high-water says no more how many mails have left ({}), so that an older copy of the ledger would not be known",
            "le fichier high-water ne dit plus combien de courriels sont partis ({}), et l’on ne reconnaîtrait pas une copie plus ancienne du registre"
        ),
        (
            "look at `jalon outbox list`, drop what has gone, then `jalon outbox release`",
            "regardez `jalon outbox list`, retirez ce qui est parti, puis `jalon outbox release`"
        ),
        ("{} is gone while Jalon had it open", "{} a disparu pendant que Jalon s’en servait"),
        ("{} has been replaced while Jalon had it open", "{} a été remplacé pendant que Jalon s’en servait"),
        ("{} has been written over while Jalon had it open", "{} a été réécrit pendant que Jalon s’en servait"),
        (
            "the state directory {} is gone, or another is in its place",
            "le répertoire d’état {} a disparu, ou un autre est à sa place"
        ),
        ("nothing leaves before it is back", "rien ne part avant son retour"),
        (
            "what it held is in {}: stop Jalon, put that in the place of ledger.sqlite, remove ledger.sqlite-wal and ledger.sqlite-shm, start, then `jalon outbox release`",
            "ce qu’il contenait est dans {} : arrêtez Jalon, mettez-le à la place de ledger.sqlite, ôtez ledger.sqlite-wal et ledger.sqlite-shm, démarrez, puis `jalon outbox release`"
        ),
        (
            "mails wait: the file high-water cannot be written: {}",
            "des courriels attendent : le fichier high-water ne peut être écrit : {}"
        ),
        ("it is gone", "il a disparu"), ("it is empty", "il est vide"),
        ("it does not say what Jalon has written there", "il ne dit pas ce que Jalon y a écrit"),
        ("another file is in its place", "un autre fichier est à sa place"),
        ("it is a symbolic link, and a file of its own is needed", "c’est un lien symbolique, et il faut un fichier"),
        ("it is a directory", "c’est un répertoire"),
        ("it is not a regular file", "ce n’est pas un fichier ordinaire"),
        ("it has a second name elsewhere (a hard link)", "il a un second nom ailleurs (un lien physique)"),
        (
            "it belongs to user {} and not to the directory's owner",
            "il appartient à l’utilisateur {} et non au propriétaire du répertoire"
        ),
        ("`chown` gives it back", "`chown` le lui rend"),
        ("it is root's, and others may write to it", "il est à root, et d’autres peuvent y écrire"),
        ("`chmod go-w`, or `chown` it to Jalon's user", "`chmod go-w`, ou `chown` vers l’utilisateur de Jalon"),
        (
            "root cannot become its owner, user {}; run this command as that user",
            "root ne peut devenir son propriétaire, l’utilisateur {} ; lancez cette commande sous ce compte"
        ),
    ]
}
