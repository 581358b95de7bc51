extension Catalogue {
    /// What is wrong with a condition, and what a review of the whole finds.
    static let conditions = [
        ("'{}' is no fact", "« {} » n’est pas un fait"),
        ("'{}' is no function", "« {} » n’est pas une fonction"),
        ("'{}' is a group of facts, not one", "« {} » est un groupe de faits, pas un fait"),
        ("name one of them, such as '{}'", "nommez-en un, comme « {} »"),
        ("a condition is true or false", "une condition est vraie ou fausse"),
        ("this one is of type {}", "celle-ci est de type {}"),
        ("this is of type {}", "ceci est de type {}"),
        ("{} and {} cannot be put in order", "{} et {} ne peuvent être mis en ordre"),
        ("{} and {} cannot be compared", "{} et {} ne peuvent être comparés"),
        ("{}s have no order", "{} : ce type n’a pas d’ordre"),
        ("'{}' cannot take {}", "« {} » ne peut prendre {}"),
        ("it takes {}", "il prend {}"),
        ("'{}' goes through a list or a map", "« {} » parcourt une liste ou une table"),
        ("'{}' takes {}", "« {} » prend {}"),
        ("'{}' works on what is true or false", "« {} » travaille sur ce qui est vrai ou faux"),
        ("'{}' is a reserved word and cannot be a name", "« {} » est un mot réservé et ne peut être un nom"),
        ("'{}' is not closed", "« {} » n’est pas fermé"),
        ("'{}' has no meaning here", "« {} » n’a pas de sens ici"),
        ("'{}' is no number", "« {} » n’est pas un nombre"),
        ("'{}' stands alone", "« {} » est seul"),
        ("{} is out of range", "{} est hors des limites"),
        ("{} stands where {} should", "{} est là où devrait être {}"),
        ("{} cannot be asked with {}", "{} ne peut être interrogé avec {}"),
        ("{} cannot be used in a condition", "{} ne peut servir dans une condition"),
        ("a condition has at most {} characters", "une condition a {} caractères au plus"),
        ("a condition is nested at most {} deep", "une condition est imbriquée {} fois au plus"),
        ("a map names a key twice", "une table nomme une clé deux fois"),
        ("a pattern cannot be read: {}", "un motif ne peut être lu : {}"),
        ("a text begins here and does not end", "un texte commence ici et ne finit pas"),
        // A review of the whole
        ("'{}' belongs to '{}' already", "« {} » est déjà à « {} »"),
        (
            "'{}' has no `{}:` for its {}, neither here nor in the defaults",
            "« {} » n’a pas de `{}:` pour ses {}, ni ici ni dans les valeurs par défaut"
        ),
        ("sessions", "séances"), ("reviews", "points d’étape"),
        ("'{}' is over since {}", "« {} » est terminée depuis le {}"),
        ("nothing will be planned", "rien ne sera planifié"),
        (
            "the {} of '{}' prefers {}, and '{}' cannot meet then",
            "{} de « {} » préfère {}, et « {} » n’est pas libre alors"
        ),
        ("a {} of {} minutes fits into no window of '{}'", "{} de {} minutes ne tient dans aucun créneau de « {} »"),
        ("the longest has {} minutes", "le plus long a {} minutes"),
        ("no rule announces a {} of '{}'", "aucune règle n’annonce {} de « {} »"),
        (
            "'{}' sends the same text to the same people at the same time as '{}' in {}",
            "« {} » envoie le même texte aux mêmes personnes au même moment que « {} » en {}"
        ),
        (
            "'{}' is never true: a rule does not fire in a pause, but with `even_if: {}`",
            "« {} » n’est jamais vrai : une règle ne joue pas pendant une pause, sauf avec `even_if: {}`"
        ),
        (
            "no relationship has a referent, and so nobody gets this",
            "aucune relation n’a de référent, et personne ne reçoit ceci"
        ),
    ]
}
