import Configuration
import Ledger
import Mentoring

/// Which configurations take effect unasked.
enum Acceptance {
    /// Why a reload is held, and how to let it pass.
    static func question(_ consequences: Consequences, fingerprint: String, ledger: Ledger) -> String {
        let severe = consequences.items.count { $0.change != .edited }
        var reasons: [String] = []
        if !consequences.vanished.isEmpty {
            let ids = consequences.vanished.map { ledger.opaqueID(of: $0) }.joined(separator: ", ")
            reasons.append("relationships with announced meetings are missing (\(ids))")
        }
        if severe > 0 { reasons.append("\(severe) announced meetings would be moved or cancelled") }
        return "reload held: \(reasons.joined(separator: ", ")); look at it with `jalon plan`, "
            + "then `jalon reload --accept \(fingerprint)`"
    }
}
