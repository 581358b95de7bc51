import Mentoring

extension French {
    func sentences(for concern: Concern, person: String) -> (sentence: String, advice: String) {
        switch concern {
        case .declined:
            (
                "\(person) ne peut pas venir.",
                "Rien n’a été déplacé\u{A0}: une autre date est à convenir, puis à transmettre à la personne qui administre Jalon."
            )
        case .declinedShortly:
            (
                "\(person) ne peut pas venir, à moins de 24\u{A0}heures du rendez-vous.",
                "Rien n’a été déplacé\u{A0}: un appel à l’autre côté est le plus sûr."
            )
        case .declinedByGroup:
            (
                "\(person) ne peut pas venir.",
                "Ce rendez-vous réunit plus de deux personnes, et rien n’a été déplacé\u{A0}: reste à décider de le tenir ainsi, ou de convenir d’une autre date."
            )
        case .declinedAgain:
            (
                "\(person) ne peut pas venir, et le rendez-vous a déjà changé deux fois de date.",
                "Un appel de chaque côté trouvera mieux une date qu’un message de plus."
            )
        case .declinedWithoutDate:
            (
                "\(person) ne peut pas venir, et aucune autre date ne convient à tout le monde dans le rythme prévu.",
                "Rien n’a été déplacé\u{A0}: les disponibilités sont à revoir ensemble."
            )
        case .declinedByCompanion:
            ("\(person) ne participera pas.", "Le rendez-vous peut se tenir ainsi, et reste à sa date.")
        case .proposedAgain:
            (
                "\(person) propose une autre date, et le rendez-vous a déjà changé deux fois de date.",
                "Rien n’a été déplacé\u{A0}: un appel de chaque côté trouvera mieux une date qu’un message de plus."
            )
        case .delegated:
            (
                "\(person) souhaite que quelqu’un d’autre vienne à sa place.",
                "Rien n’a changé\u{A0}: l’invitation reste à son nom. À voir ensemble."
            )
        case .unverified:
            (
                "Une réponse au nom de \(person) est arrivée, sans qu’il soit sûr qu’elle vienne de cette personne.",
                "Elle n’a pas été prise en compte. Si l’adresse est bien la sienne, la personne qui administre Jalon peut l’ajouter sous «\u{A0}aliases\u{A0}»."
            )
        case .pauseWanted:
            (
                "\(person) souhaite une pause.",
                "Rien n’a changé\u{A0}: après un échange avec les deux côtés, la personne qui administre Jalon peut mettre la relation en pause."
            )
        case .flooded:
            (
                "Il est venu de \(person), ou en son nom, plus de messages qu’il n’en est répondu en un jour.",
                "Ce qui est venu après les premiers est resté sans réponse\u{A0}: un appel dira ce qui est souhaité, ou si quelqu’un d’autre écrit."
            )
        case .undeliverable:
            (
                "Les messages à \(person) reviennent\u{A0}: son adresse ne semble plus valable.",
                "Rien n’y est plus envoyé. L’adresse est à demander par un autre moyen\u{202F}; la personne qui administre Jalon la corrige, ou rétablit l’envoi avec «\u{A0}jalon people resume\u{A0}»."
            )
        case .nothingLeaves:
            (
                "Quand ce message a été écrit, plus aucun n’était parti depuis un jour.",
                "Rien n’est perdu\u{A0}: chaque message est retenté tant qu’il est utile, et partira de lui-même. La personne qui administre Jalon trouve la cause avec «\u{A0}jalon status\u{A0}»\u{202F}; pour ce qui presse, un appel est plus sûr."
            )
        case .mailsWait:
            (
                "Quand ce message a été écrit, d’autres attendaient depuis un jour\u{A0}: leur serveur demande chaque fois de revenir plus tard.",
                "Rien n’est perdu\u{A0}: ils sont retentés tant qu’ils sont utiles. La personne qui administre Jalon les trouve avec «\u{A0}jalon outbox list\u{A0}»\u{202F}; pour ce qui presse, un appel est plus sûr."
            )
        case .undecided:
            (
                "Personne n’a dit si le rendez-vous a eu lieu.",
                "Il compte comme manqué. S’il a eu lieu, la personne qui administre Jalon peut le noter avec «\u{A0}jalon meeting held\u{A0}»."
            )
        }
    }

    func counterDeclined(alternatives: [String]) -> String {
        let stands = "La date proposée ne convient pas à tout le monde\u{A0}: le rendez-vous reste à sa date."
        guard !alternatives.isEmpty else { return stands }
        return "\(stands) Dates proches qui conviendraient\u{A0}: \(list(alternatives))."
    }
}
