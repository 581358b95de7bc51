extension Verdict {
    /// Judges a transfer.
    ///
    /// | marker | what came | verdict |
    /// | --- | --- | --- |
    /// | — | we objected: no login | route suspended |
    /// | — | we objected: not ASCII, too long, 8-bit | refused |
    /// | — | the marker was not committed | aborted |
    /// | set | 2yz, 4yz, 5yz | accepted, deferred, refused |
    /// | set | nothing, or an answer without sense | unknown |
    /// | not set | 4yz, 5yz to MAIL, RCPT, DATA | deferred, refused |
    /// | not set | 421 | route down |
    /// | not set | 530, 534, 535, 538 to the same; login refused by 5yz; no STARTTLS; bad certificate | route suspended |
    /// | not set | anything else | route down |
    ///
    /// A 421 after the dot is a definite answer to this mail; as the route's fault it would cost the mail no attempt,
    /// and a mail that makes a server give up would block all others for ever.
    init(of outcome: Outcome, on route: SMTPRoute) {
        let server = "\(route.host):\(route.port)"
        let dialogue = outcome.dialogue
        if let objection = outcome.objection {
            self = Verdict(objection, server: server, last: dialogue.last?.reply)
        } else if let answer = dialogue.answer?.reply, let verdict = Verdict(answer) {
            self = verdict
        } else if dialogue.isMarked {
            let words = dialogue.answer.map { "the answer \"\($0.reply)\"" } ?? "no answer (\(outcome.complaint))"
            self = .unknown("\(server) gave \(words) after the end of the mail")
        } else if let refusal = dialogue.refusal?.reply.reply {
            self = Verdict(refused: refusal, at: dialogue.refusal?.step, server: server)
        } else {
            self = Verdict(unconnected: outcome, on: route, server: server)
        }
    }

    /// By the class of the answer to the dot; nil for an answer without sense there.
    private init?(_ answer: Reply) {
        switch answer.code / 100 {
        case 2: self = .accepted(answer)
        case 4: self = .deferred(answer)
        case 5: self = .refused(answer, at: .end)
        default: return nil
        }
    }

    private init(_ objection: Objection, server: String, last: Reply?) {
        switch objection {
        case .notLoggedIn:
            self = .routeSuspended(
                "\(server) offers no login that can be used, but a user name is configured; "
                    + "check host, port and encryption, or remove the user name")
        case .notASCII:
            self = .refused(
                Reply(
                    code: 553,
                    words: "5.6.7 the address is not ASCII, and \(server) does not offer SMTPUTF8 (RFC 6531); "
                        + "give the person an ASCII address"), at: .before)
        case .tooLong(let limit):
            self = .refused(
                Reply(
                    code: 552,
                    words:
                        "5.3.4 the mail is longer than the \(limit) octets that \(server) takes; shorten its template"),
                at: .before)
        case .notSevenBit:
            self = .refused(
                Reply(
                    code: 554,
                    words: "5.6.3 the mail has octets over 127, and \(server) does not offer 8BITMIME (RFC 6152)"),
                at: .before)
        case .notMarked(let reason):
            self = .aborted("the mail was not ended, because it could not be recorded: \(reason)")
        }
    }

    private init(refused reply: Reply, at step: Dialogue.Step?, server: String) {
        switch reply.code {
        case 421: self = .routeDown("\(server) closes the connection: \(reply)")
        case 530, 534, 535, 538:
            self = .routeSuspended("\(server) wants a login or encryption before it takes mail: \(reply)")
        case 400...499: self = .deferred(reply)
        case 500...599: self = .refused(reply, at: step.refused)
        default: self = .routeDown("\(server) gave an answer without sense: \(reply)")
        }
    }

    private init(unconnected outcome: Outcome, on route: SMTPRoute, server: String) {
        let last = outcome.dialogue.last?.reply
        let said = last.map { "; it last said: \($0)" } ?? ""
        let isPassing = last.map { $0.code / 100 == 4 } ?? false
        switch outcome.result {
        case .loginDenied where !isPassing:
            self = .routeSuspended(
                "\(server) refuses \(route.login?.name ?? "to go on without a login")\(said)")
        case .noTLS where !isPassing:
            self = .routeSuspended(
                "\(server) does not offer STARTTLS, and mail is not sent in the clear; check host and port\(said)")
        case .badCertificate:
            self = .routeSuspended("the certificate of \(server) cannot be trusted: \(outcome.complaint)")
        default:
            self = .routeDown("\(server) cannot be used now: \(outcome.complaint)\(said)")
        }
    }
}

extension Dialogue.Step? {
    fileprivate var refused: RefusedStep {
        switch self {
        case .sender: .sender
        case .data: .data
        default: .recipient
        }
    }
}

extension SMTPRoute.Login {
    /// What the server may refuse, and what to do then.
    fileprivate var name: String {
        switch self {
        case .password: "the user name or password; check both"
        case .token(_, let file): "the access token in \(file.path); see to the program that renews it"
        }
    }
}
