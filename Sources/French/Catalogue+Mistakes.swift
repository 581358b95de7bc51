extension Catalogue {
    /// What `check` says of the files.
    static let mistakes = [
        // Of any file
        ("'{}' leads out of the configuration's directory", "« {} » sort du répertoire de la configuration"),
        ("the path leads out of the configuration's directory", "le chemin sort du répertoire de la configuration"),
        ("'{}' does not exist", "« {} » n’existe pas"),
        ("'{}' is no file", "« {} » n’est pas un fichier"),
        ("'{}' cannot be read", "« {} » ne peut être lu"),
        ("'{}' has more than {} MiB", "« {} » dépasse {} Mio"),
        ("several smaller files are fine", "plusieurs fichiers plus petits conviennent"),
        ("'{}' is a link that leads in a circle", "« {} » est un lien qui tourne en rond"),
        ("'{}' is being written just now", "« {} » est en cours d’écriture"),
        ("try again when it is whole", "réessayez quand il sera complet"),
        ("'{}' has more than {} lines", "« {} » dépasse {} lignes"),
        (
            "'{}' has too many dates, or takes too long to follow, from line {} on",
            "« {} » a trop de dates, ou demande trop de calculs, à partir de la ligne {}"
        ),
        (
            "have it exported with fewer years, or leave the file out",
            "faites-le exporter sur moins d’années, ou retirez le fichier"
        ),
        (
            "'{}' is too much together with the other calendars",
            "« {} » est de trop, avec les autres agendas"
        ),
        (
            "have them exported with fewer years, or leave the file out",
            "faites-les exporter sur moins d’années, ou retirez le fichier"
        ),
        ("'{}' holds no calendar", "« {} » ne contient pas d’agenda"),
        ("export it as iCalendar (.ics)", "exportez-le au format iCalendar (.ics)"),
        ("'{}' has nothing in it", "« {} » ne contient rien"),
        ("'{}' ends in the middle", "« {} » s’arrête au milieu"),
        ("what it said before stays in force", "ce qu’il disait avant reste en vigueur"),
        ("'{}' matches no file", "« {} » ne correspond à aucun fichier"),
        ("this is not UTF-8", "ceci n’est pas de l’UTF-8"),
        ("this file is not UTF-8", "ce fichier n’est pas en UTF-8"),
        ("save the file in that encoding", "enregistrez le fichier dans ce codage"),
        ("save it in that encoding", "enregistrez-le dans ce codage"),
        ("this is no YAML: {}", "ceci n’est pas du YAML : {}"),
        ("this is no YAML", "ceci n’est pas du YAML"),
        (
            "this is nested or repeated in a way that is not allowed",
            "ceci est imbriqué ou répété d’une façon qui n’est pas permise"
        ),
        ("an alias is not allowed", "un alias n’est pas permis"),
        ("write the value out", "écrivez la valeur en entier"),
        ("a key is a word", "une clé est un mot"),
        ("the character {} has no place in a text file", "le caractère {} n’a pas sa place dans un fichier de texte"),
        ("take it out", "retirez-le"),
        ("the key '{}' stands here more than once", "la clé « {} » est ici plusieurs fois"),
        ("'{}' has no event that can be read", "« {} » n’a pas d’événement lisible"),
        (
            "{} more warnings in this file are not listed",
            "{} autres avertissements de ce fichier ne sont pas listés"
        ),
        ("{} more mistakes in this file are not listed", "{} autres erreurs de ce fichier ne sont pas listées"),
        ("{} more mistakes in this text are not listed", "{} autres erreurs de ce texte ne sont pas listées"),
        ("{} more mistakes are not listed", "{} autres erreurs ne sont pas listées"),
        ("'{}' matches more than {} files", "« {} » correspond à plus de {} fichiers"),
        ("this line has more than {} characters", "cette ligne dépasse {} caractères"),
        ("break it", "coupez-la"),
        // Of texts
        ("this text has more than {} KiB", "ce texte dépasse {} Kio"),
        ("no mail is that long", "aucun courriel n’est aussi long"),
        ("this text has more than {} tags", "ce texte a plus de {} balises"),
        ("make several texts of it", "faites-en plusieurs textes"),
        (
            "sections are nested deeper than {} levels here",
            "les sections sont imbriquées ici sur plus de {} niveaux"
        ),
        ("end some of them before", "fermez-en quelques-unes avant"),
        ("the list '{}' stands inside of the list '{}'", "la liste « {} » est à l’intérieur de la liste « {} »"),
        ("end that one before with {}", "fermez d’abord celle-ci avec {}"),
        (
            "the texts up to this one are more than {}, or have more than {} MiB",
            "les textes jusqu’à celui-ci sont plus de {}, ou dépassent {} Mio"
        ),
        ("take some away", "retirez-en"),
        ("unknown key '{}'", "clé inconnue « {} »"),
        ("keys with values belong here, not {}", "ici viennent des clés avec des valeurs, pas {}"),
        ("`{}:` has no value", "`{}:` n’a pas de valeur"),
        ("`{}:` is empty", "`{}:` est vide"),
        ("`{}:` takes a text, not {}", "`{}:` prend un texte, pas {}"),
        ("`{}:` has more than 500 characters", "`{}:` dépasse 500 caractères"),
        ("`{}:` holds a control character", "`{}:` contient un caractère de contrôle"),
        ("'{}' is neither true nor false", "« {} » n’est ni true ni false"),
        ("'{}' is no number from {} to {}", "« {} » n’est pas un nombre de {} à {}"),
        ("{} has no `{}:`", "{} n’a pas de `{}:`"),
        ("there is no `programme:`", "il n’y a pas de `programme:`"),
        ("`{}:` belongs into jalon.yaml", "`{}:` a sa place dans jalon.yaml"),
        (
            "`{}:` takes ids with what belongs to them, not {}",
            "`{}:` prend des identifiants avec ce qui leur appartient, pas {}"
        ),
        (
            "`series:` takes names with what belongs to them, not {}",
            "`series:` prend des noms avec ce qui leur appartient, pas {}"
        ),
        ("'{}' cannot be an id", "« {} » ne peut être un identifiant"),
        (
            "letters without accents, digits, '-', '_' and '.' can",
            "lettres sans accent, chiffres, « - », « _ » et « . » le peuvent"
        ),
        ("'{}' is there already, in {}", "« {} » existe déjà, dans {}"),
        ("there is no person '{}'", "il n’y a pas de personne « {} »"),
        ("there is no rule '{}'", "il n’y a pas de règle « {} »"),
        ("there is no template '{}'", "il n’y a pas de texte « {} »"),
        ("there is no series '{}'", "il n’y a pas de série « {} »"),
        ("there is no zone '{}' on this machine", "il n’y a pas de fuseau « {} » sur cette machine"),
        (
            "'{}' is still there, and so cannot be what this was called",
            "« {} » existe encore, et ne peut donc être l’ancien nom"
        ),
        ("'{}' cannot have been an id", "« {} » n’a pas pu être un identifiant"),
        ("'{}' cannot have become two people", "« {} » n’a pas pu devenir deux personnes"),
        ("'{}' cannot have become two relationships", "« {} » n’a pas pu devenir deux relations"),
        ("'{}' is no language", "« {} » n’est pas une langue"),
        ("the files still name '{}' here", "les fichiers nomment encore « {} » ici"),
        // The programme, its mail and its answers
        ("'{}' is no mailbox", "« {} » n’est pas une boîte aux lettres"),
        ("'{}' is not a word for `{}:`", "« {} » n’est pas un mot pour `{}:`"),
        ("'{}' is no way to catch up", "« {} » n’est pas une façon de rattraper"),
        ("'{}' is no tone", "« {} » n’est pas un ton"),
        ("a {} does not belong into this file", "{} : un secret n’a pas sa place dans ce fichier"),
        (
            "write `{}: {credential: NAME}` for systemd's LoadCredential, or `{file: PATH}`",
            "écrivez `{}: {credential: NOM}` pour LoadCredential de systemd, ou `{file: CHEMIN}`"
        ),
        ("this cannot be the name of a credential", "ceci ne peut être le nom d’un « credential »"),
        ("others can read this file (mode {})", "d’autres peuvent lire ce fichier (mode {})"),
        ("chmod 0600 makes it a secret", "chmod 0600 en fait un secret"),
        (
            "a login has a `password:` or a `token:`, not both",
            "une identification a `password:` ou `token:`, pas les deux"
        ),
        (
            "a login is both `user:` and `password:`, or both `user:` and `token:`",
            "une identification, c’est `user:` et `password:`, ou `user:` et `token:`"
        ),
        ("'{}' is no pace", "« {} » n’est pas une allure"),
        ("'{}' is no name that a server can have", "« {} » n’est pas un nom de serveur possible"),
        (
            "mail is handed in (`piped: true`), and so no mailbox is read",
            "le courriel est passé au programme (`piped: true`), et aucune boîte n’est lue"
        ),
        ("leave `{}:` out", "retirez `{}:`"),
        ("'{}' is no name of a folder that Jalon can use", "« {} » n’est pas un nom de dossier utilisable"),
        ("letters, digits and . / - _ will do", "lettres, chiffres et . / - _ conviennent"),
        ("'{}' is no interval", "« {} » n’est pas un intervalle"),
        ("`notice:` is {} days at most", "`notice:` est de {} jours au plus"),
        ("`buffer:` is {} hours at most", "`buffer:` est de {} heures au plus"),
        // People and relationships
        ("'{}' is no e-mail address", "« {} » n’est pas une adresse de courriel"),
        ("'{}' is the mailbox of the programme", "« {} » est la boîte du programme"),
        ("{} can never meet: `available:` is empty", "{} ne peut jamais se libérer : `available:` est vide"),
        (
            "{} has no `available:`, and the defaults have no `hours:`",
            "{} n’a pas de `available:`, et les valeurs par défaut pas de `hours:`"
        ),
        ("'{}' is mentor and mentee of the same relationship", "« {} » est mentor et mentoré de la même relation"),
        ("{} ends before it starts, on {}", "{} finit avant de commencer, le {}"),
        ("{} names no {}", "{} ne nomme pas de {}"),
        ("'{}' is named twice", "« {} » est nommé deux fois"),
        ("{} is named twice", "{} est nommé deux fois"),
        (
            "'{}' has another role here already, and cannot be the {} too",
            "« {} » a déjà un autre rôle ici, et ne peut être aussi {}"
        ),
        (
            "`objectives:` takes a list of {goal: …, indicator: …, by: …}",
            "`objectives:` prend une liste de {goal: …, indicator: …, by: …}"
        ),
        ("{} is yet to come", "{} est à venir"),
        ("`met:` names meetings that were held", "`met:` nomme des rencontres qui ont eu lieu"),
        ("{} lies after the end of the relationship", "{} vient après la fin de la relation"),
        ("a meeting is either in person or by video", "une rencontre est en personne ou en visio"),
        ("`{}:` takes `in_person:` or `video:`", "`{}:` prend `in_person:` ou `video:`"),
        ("a meeting lasts from 5 minutes to 12 hours", "une rencontre dure de 5 minutes à 12 heures"),
        ("'{}' cannot be the name of a series", "« {} » ne peut être le nom d’une série"),
        ("sessions cannot be `with: session`", "les séances ne peuvent être `with: session`"),
        (
            "`max_gap:` is shorter than the rhythm: every gap will be warned of",
            "`max_gap:` est plus court que le rythme : chaque écart sera signalé"
        ),
        // Rules
        ("`at:` is for triggers that count days", "`at:` est pour les déclencheurs qui comptent des jours"),
        ("this one has its own time", "celui-ci a son heure à lui"),
        (
            "`at:` counts for nothing: the trigger says hours or minutes",
            "`at:` ne compte pas : le déclencheur dit des heures ou des minutes"
        ),
        ("a step sends a template", "une étape envoie un texte"),
        ("an invitation is a rule of its own", "une invitation est une règle à part"),
        ("an invitation goes before a meeting", "une invitation part avant une rencontre"),
        (
            "`send:` takes `invitation: everyone`, or `template:` and `to:`",
            "`send:` prend `invitation: everyone`, ou `template:` et `to:`"
        ),
        (
            "an invitation goes to everyone who takes part: `invitation: everyone`",
            "une invitation va à tous ceux qui participent : `invitation: everyone`"
        ),
        ("`to:` is for templates", "`to:` est pour les textes"),
        ("an invitation says `invitation: everyone`", "une invitation dit `invitation: everyone`"),
        ("'{}' goes out by itself", "« {} » part de lui-même"),
        ("a rule says `send: {invitation: everyone}`", "une règle dit `send: {invitation: everyone}`"),
        ("'{}' is no role", "« {} » n’est pas un rôle"),
        (
            "a digest is about the programme, and goes to the coordinator alone",
            "un récapitulatif parle du programme, et va au seul coordinateur"
        ),
        ("no rule announces the meetings", "aucune règle n’annonce les rencontres"),
        ("add one with `send: {invitation: everyone}`", "ajoutez-en une avec `send: {invitation: everyone}`"),
        ("no rule sends the text '{}'", "aucune règle n’envoie le texte « {} »"),
        ("no relationship has the group '{}'", "aucune relation n’a le groupe « {} »"),
        (
            "the programme names no coordinator, and so nobody gets this",
            "le programme ne nomme pas de coordinateur, et personne ne reçoit ceci"
        ),
        (
            "no relationship has a mediator, and so nobody gets this",
            "aucune relation n’a de médiation, et personne ne reçoit ceci"
        ),
        (
            "'person' is who joins, leaves, answers or asks for the mediator",
            "« person » est qui arrive, part, répond ou demande la médiation"
        ),
        ("this trigger waits for none of these", "ce déclencheur n’attend rien de cela"),
        (
            "the text '{}' speaks of a meeting, and this trigger is about none",
            "le texte « {} » parle d’une rencontre, et ce déclencheur n’en concerne aucune"
        ),
        ("there is no text in '{}' for {}", "il n’y a pas de texte en « {} » pour {}"),
        (
            "'{}' is never true: answers are not followed, for there is no `answers:`",
            "« {} » n’est jamais vrai : les réponses ne sont pas suivies, faute de `answers:`"
        ),
        (
            "'{}' is never true: the trigger is about no meeting",
            "« {} » n’est jamais vrai : le déclencheur ne concerne aucune rencontre"
        ),
        (
            "'{}' is never known: the trigger is about no meeting",
            "« {} » n’est jamais connu : le déclencheur ne concerne aucune rencontre"
        ),
        (
            "this never happens: answers are not followed, for there is no `answers:`",
            "ceci n’arrive jamais : les réponses ne sont pas suivies, faute de `answers:`"
        ),
        (
            "answers are not followed, for there is no `answers:`, and so nobody gets this",
            "les réponses ne sont pas suivies, faute de `answers:`, et personne ne reçoit ceci"
        ),
        ("'{}' is not where a meeting can be", "« {} » n’est pas une place possible"),
        // Calendars
        ("a holiday takes the whole day", "un jour férié prend tout le jour"),
        ("this event has hours and is left out", "cet événement a des heures et est laissé"),
        ("these holidays last {} days", "ces jours fériés durent {} jours"),
    ]
}
