import Glibc

/// One client's dialogue with the server (RFC 5321), on one thread.
struct Session {
    /// Whether the session goes on after a step.
    enum Course { case on, ended }

    static let maximumRecipients = 100

    let number: Int
    let socket: Socket
    let books: Books
    var reader: LineReader
    var clientName = ""
    var isLoggedIn = false
    var envelope: OpenEnvelope?

    /// What MAIL and RCPT have said so far.
    struct OpenEnvelope {
        let sender: String
        let parameters: [String]
        var recipients: [String] = []
    }

    init(number: Int, socket: Socket, books: Books) {
        self.number = number
        self.socket = socket
        self.books = books
        reader = LineReader(socket: socket)
    }

    mutating func serve() {
        var course = at(\.greeting) { session in session.say("220 loopback.example.org ESMTP") }
        while course == .on, let line = reader.command() {
            switch line {
            case .tooLong: course = say("500 5.5.2 line too long")
            case .text(let text): course = obey(Command(text))
            }
        }
    }

    private mutating func obey(_ command: Command) -> Course {
        books.note(command: command.withoutSecrets)
        switch command.verb {
        case "EHLO", "HELO": return at(\.ehlo) { session in session.hello(command) }
        case "STARTTLS": return at(\.starttls) { session in session.say("454 4.7.0 no TLS here") }
        case "AUTH": return at(\.auth) { session in session.authenticate(command) }
        case "MAIL": return at(\.mail) { session in session.mail(command) }
        case "RCPT": return at(\.rcpt) { session in session.recipient(command) }
        case "DATA": return at(\.data) { session in session.data() }
        case "QUIT":
            return at(\.quit) { session in
                session.say("221 2.0.0 goodbye")
                return .ended
            }
        case "RSET":
            envelope = nil
            return say("250 2.0.0 reset")
        case "NOOP": return say("250 2.0.0 nothing done")
        default: return say("502 5.5.1 command not implemented")
        }
    }

    // MARK: Steps

    private mutating func hello(_ command: Command) -> Course {
        clientName = command.argument
        envelope = nil
        isLoggedIn = false
        guard command.verb == "EHLO" else { return say("250 loopback.example.org") }
        var lines = ["loopback.example.org"]
        for keyword in Script.Keyword.allCases where books.script.keywords.contains(keyword) {
            lines.append(keyword == .size ? "SIZE \(books.script.maximumSize)" : keyword.rawValue)
        }
        let mechanisms =
            (books.script.login == nil ? [] : ["PLAIN", "LOGIN"]) + (books.script.token == nil ? [] : ["XOAUTH2"])
        let offered = mechanisms.filter { books.script.mechanisms?.contains($0) ?? true }
        if !offered.isEmpty { lines.append("AUTH " + offered.joined(separator: " ")) }
        if !books.script.starttls.isEmpty { lines.append("STARTTLS") }
        lines += books.script.otherKeywords
        let last = lines.removeLast()
        return say((lines.map { "250-" + $0 } + ["250 " + last]).joined(separator: "\r\n"))
    }

    private mutating func authenticate(_ command: Command) -> Course {
        guard books.script.login != nil || books.script.token != nil else {
            return say("502 5.5.1 AUTH is not offered")
        }
        guard !isLoggedIn else { return say("503 5.5.1 already logged in") }
        let words = command.argument.split(separator: " ").map(String.init)
        let first = words.dropFirst().first
        let credentials: [UInt8]?
        switch words.first?.uppercased() {
        case "PLAIN":
            guard let login = books.script.login else { return say("504 5.5.4 not offered") }
            credentials = [UInt8](("\0" + login.user + "\0" + login.password).utf8)
        case "XOAUTH2":
            guard let token = books.script.token else { return say("504 5.5.4 not offered") }
            credentials = [UInt8]("user=\(token.user)\u{1}auth=Bearer \(token.password)\u{1}\u{1}".utf8)
        case "LOGIN": return authenticateByLogin(first)
        default: return say("504 5.5.4 not offered")
        }
        guard let response = first ?? asked("") else { return .ended }
        guard let given = Base64.decode(response) else { return say("501 5.5.2 not base64") }
        return welcome(given == credentials)
    }

    private mutating func authenticateByLogin(_ first: String?) -> Course {
        guard let login = books.script.login else { return say("504 5.5.4 not offered") }
        guard let user = first ?? asked("VXNlcm5hbWU6"), let password = asked("UGFzc3dvcmQ6") else { return .ended }
        return welcome(
            Base64.decode(user) == [UInt8](login.user.utf8) && Base64.decode(password) == [UInt8](login.password.utf8))
    }

    /// What the client answers to a challenge; nil where it has gone.
    private mutating func asked(_ challenge: String) -> String? {
        guard say("334 " + challenge) == .on, case .text(let line)? = reader.command() else { return nil }
        return line
    }

    private mutating func welcome(_ isRight: Bool) -> Course {
        isLoggedIn = isRight
        return say(isRight ? "235 2.7.0 welcome" : "535 5.7.8 user name or password not accepted")
    }

    private mutating func mail(_ command: Command) -> Course {
        guard books.script.login == nil && books.script.token == nil || isLoggedIn else {
            return say("530 5.7.0 log in first")
        }
        guard envelope == nil else { return say("503 5.5.1 one mail at a time") }
        guard let path = command.path(after: "FROM:") else { return say("501 5.5.4 MAIL FROM:<address> expected") }
        envelope = OpenEnvelope(sender: path.address, parameters: path.parameters)
        return say("250 2.1.0 ok")
    }

    private mutating func recipient(_ command: Command) -> Course {
        guard let count = envelope?.recipients.count else { return say("503 5.5.1 MAIL first") }
        guard count < Self.maximumRecipients else { return say("452 4.5.3 too many recipients") }
        guard let path = command.path(after: "TO:"), !path.address.isEmpty else {
            return say("501 5.5.4 RCPT TO:<address> expected")
        }
        if books.script.isGreylisting, books.isNew(path.address) { return say("450 4.2.0 greylisted, come again") }
        envelope?.recipients.append(path.address)
        return say("250 2.1.5 ok")
    }

    private mutating func data() -> Course {
        guard let envelope, !envelope.recipients.isEmpty else { return say("503 5.5.1 RCPT first") }
        guard say("354 go on, end with a dot") == .on, let first = reader.piece() else { return .ended }
        var mail = MailReader(limit: books.script.maximumSize)
        var isWhole = mail.take(first)
        guard at(\.body, { _ in .on }) == .on else { return .ended }
        while !isWhole {
            guard let piece = reader.piece() else { return .ended }
            isWhole = mail.take(piece)
        }
        self.envelope = nil
        guard !mail.isTooLong else { return say("552 5.3.4 the mail is too long") }
        return end(
            ReceivedMail(
                sender: envelope.sender, recipients: envelope.recipients, parameters: envelope.parameters,
                bytes: mail.bytes, session: number, clientName: clientName))
    }

    private mutating func end(_ mail: ReceivedMail) -> Course {
        switch books.nextAfterDot() {
        case .normal:
            books.store(mail)
            return say("250 2.0.0 taken in")
        case .reply(let code, let text):
            return say("\(code) \(text)") == .on && code != 421 ? .on : .ended
        case .hang(let stored):
            if stored { books.store(mail) }
            reader.drain()
            return .ended
        case .drop(let stored):
            if stored { books.store(mail) }
            return .ended
        case .leave:
            books.store(mail)
            say("250 2.0.0 taken in")
            say("421 4.4.2 idle for too long")
            return .ended
        }
    }

    // MARK: Reactions

    /// Serves the step as the script says; `normally` when it says nothing.
    private mutating func at(_ step: Books.Step, _ normally: (inout Session) -> Course) -> Course {
        switch books.next(step) {
        case .normal: return normally(&self)
        case .reply(let code, let text): return say("\(code) \(text)") == .on && code != 421 ? .on : .ended
        case .drop: return .ended
        case .hang:
            reader.drain()
            return .ended
        }
    }

    @discardableResult
    private func say(_ text: String) -> Course {
        if books.script.delay > 0 { usleep(UInt32(books.script.delay) * 1000) }
        guard books.script.isSlow else { return socket.write(text + "\r\n") ? .on : .ended }
        for byte in (text + "\r\n").utf8 {
            guard socket.write(String(UnicodeScalar(byte))) else { return .ended }
        }
        return .on
    }
}
