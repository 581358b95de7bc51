/// Sends one mail after another on a route, with one connection at a time. Confined to the thread that made it.
///
/// A handle whose connection is in doubt is thrown away whole: none of its state can reach the next mail.
final class SMTPSession {
    private let route: SMTPRoute
    private var handle: CurlHandle?

    init(route: SMTPRoute) {
        self.route = route
    }

    func send(_ errand: Errand) -> Verdict {
        guard !errand.hasBareLineEnd else {
            return .refused(
                Reply(code: 554, words: "5.6.0 the mail holds a CR or LF that is not part of a CR LF"), at: .before)
        }
        do {
            var outcome = try attempt(errand)
            // The server, or the network, has given the idle connection up: once more with a new one.
            if outcome.wasIdleTooLong { outcome = try attempt(errand) }
            return Verdict(of: outcome, on: route)
        } catch {
            handle = nil
            return .routeSuspended(String(describing: error))
        }
    }

    private func attempt(_ errand: Errand) throws(CurlMailError) -> Outcome {
        let handle = if let kept = self.handle { kept } else { try CurlHandle(route: route) }
        let outcome = try handle.send(errand)
        self.handle = outcome.leavesConnectionUsable ? handle : nil
        return outcome
    }
}
