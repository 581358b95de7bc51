/// Invented people and the words that they write, in UTF-8 beyond ASCII.
enum Phrases {
    static let names = [
        "Agnès Petit", "Béatrice Lemaître", "Cédric Aubé", "Dorothée Fabre", "Éric Vallée", "Fanny Prévôt",
        "Gérard Bréal", "Hervé Lacôte", "Irène Mézière", "Jérémie Roux", "Łukasz Żak", "Noëlle Guérin",
        "Søren Dahl", "Zoë Çelik",
    ]

    static let sentences = [
        "Nous ferons le point sur ce qui a été fait depuis la dernière fois", "apportez vos notes, même brèves",
        "la salle est au fond du couloir ; sonnez à l'entrée", "si l'horaire ne va pas, répondez à ce message",
        "Où en est le projet commencé à l'automne ?", "une décision, un pas, une date", "à très bientôt",
        "ce qui se dit ici reste entre vous", "le bilan sera relu ensemble \u{2014} sans note ni jugement",
        "Le lien : https://visio.example.org/r/7?a=1;b=2,c=3",
    ]

    static let places = ["Salle Éole, 2e étage", "Café des Arts ; au fond", "Bibliothèque, aile Ouest", "Visio"]

    static func address(_ numbers: inout SeededNumbers) -> String {
        "personne\(numbers.below(1_000_000))@exemple\(numbers.below(30)).fr"
    }

    /// Sentences of at least so many characters together, `separator` between them.
    static func text(atLeast length: Int, separators: [String], _ numbers: inout SeededNumbers) -> String {
        var text = numbers.pick(sentences)
        while text.count < length {
            text += numbers.pick(separators) + numbers.pick(sentences)
        }
        return text
    }
}
