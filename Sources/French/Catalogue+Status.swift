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
    ]
}
