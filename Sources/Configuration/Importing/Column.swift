import Foundation

/// A column of a spreadsheet, by what its heading may be in English or in French.
enum Column: String {
    case id, name
    case firstName = "first name"
    case lastName = "last name"
    case email, aliases, language, timezone, available, away
    case hoursPerMonth = "hours per month"
    case mentor, mentee, mediator, referent, groups, start, end, every, lasts, prefer
    case firstPlace = "first place"
    case place, video, objective

    static let people: [Column] = [
        .id, .name, .firstName, .lastName, .email, .aliases, .language, .timezone, .available, .away, .hoursPerMonth,
    ]
    static let relationships: [Column] = [
        .id, .mentor, .mentee, .mediator, .referent, .groups, .start, .end, .timezone, .every, .lasts, .prefer,
        .firstPlace, .place, .video, .objective,
    ]

    /// Letter case, accents, hyphens and blanks make no difference.
    func answers(to heading: String) -> Bool {
        let plain = Self.plain(heading)
        return plain == Self.plain(rawValue) || others.contains(plain)
    }

    /// Whether nobody who writes English would write it.
    static func isFrench(_ heading: String) -> Bool {
        [
            "nom", "nomcomplet", "prenom", "courriel", "debut", "fin", "datededebut", "datedefin", "mentore",
            "mentoree",
            "disponibilite", "disponibilites", "creneau", "creneaux", "identifiant", "langue", "rythme", "lieu",
            "visio",
            "objectif", "objectifs", "conges", "duree",
        ].contains(plain(heading))
    }

    static func plain(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
            .map(String.init).joined()
    }

    /// Other words for it, in plain letters.
    private var others: Set<String> {
        switch self {
        case .id: ["identifiant", "identifier", "cle", "key"]
        case .name: ["fullname", "nomcomplet", "nometprenom", "prenometnom", "personne", "person"]
        case .firstName: ["prenom", "givenname"]
        case .lastName: ["nom", "nomdefamille", "familyname", "surname"]
        case .email: ["mail", "courriel", "adressemail", "adresseemail", "adresseelectronique", "emailaddress"]
        case .aliases: ["alias", "autresadresses", "otheraddresses", "autrescourriels"]
        case .language: ["langue"]
        case .timezone: ["fuseau", "fuseauhoraire", "zone"]
        case .available: ["availability", "disponible", "disponibilite", "disponibilites", "creneaux"]
        case .away: ["absence", "absences", "conges"]
        case .hoursPerMonth: ["heuresparmois", "hoursmonth"]
        case .mentor: ["mentors"]
        case .mentee: ["mentees", "mentore", "mentoree", "accompagne", "accompagnee", "filleul", "filleule"]
        case .mediator: ["mediateur", "mediatrice"]
        case .referent: ["referente"]
        case .groups: ["group", "groupe", "groupes"]
        case .start: ["debut", "datededebut", "startdate"]
        case .end: ["fin", "datedefin", "enddate"]
        case .every: ["rythme", "cadence", "frequence", "frequency"]
        case .lasts: ["duree", "length", "duration"]
        case .prefer: ["preferred", "prefere", "creneau", "creneauprefere", "horaire"]
        case .firstPlace: ["premierlieu", "lieudupremierrendezvous"]
        case .place: ["lieu", "adresse", "inperson"]
        case .video: ["visio", "lienvisio", "link", "lien", "videolink"]
        case .objective: ["objectif", "objectifs", "objectives", "goal"]
        }
    }
}
