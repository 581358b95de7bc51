import Testing

@Suite struct MailMistakeTests {
    private static func mail(_ text: String) -> String { Pair.programme + "mail: {\(text)}" }

    private static func answers(_ more: String) -> String {
        Pair.programme + "answers: {server: imaps://a.fr, user: x, password: {credential: y}, \(more)}"
    }

    @Test(arguments: [
        Mistake(
            "jalon.yaml", mail("server: smtp.exemple.fr"),
            "jalon.yaml:10:16: error: 'smtp.exemple.fr' is no server; write smtps://mail.exemple.fr"),
        Mistake("jalon.yaml", mail("pace: 60 per minute"), "jalon.yaml:10:1: error: `mail:` has no `server:`"),
        Mistake(
            "jalon.yaml", mail("server: smtps://a.fr, pace: fast"),
            "jalon.yaml:10:36: error: 'fast' is no pace; write 60 per minute"),
        Mistake(
            "jalon.yaml", mail("server: smtps://a.fr, connections: 99"),
            "jalon.yaml:10:43: error: '99' is no number from 1 to 16"),
        Mistake(
            "jalon.yaml", mail("server: smtps://a.fr, user: me"),
            "jalon.yaml:10:30: error: a login is both `user:` and `password:`, or both `user:` and `token:`"),
        Mistake(
            "jalon.yaml", mail("server: smtps://a.fr, user: me, password: {credential: a}, token: {credential: b}"),
            "jalon.yaml:10:67: error: a login has a `password:` or a `token:`, not both"),
        Mistake(
            "jalon.yaml", mail("server: smtps://a.fr, user: me, token: ya29"),
            "jalon.yaml:10:40: error: a token does not belong into this file; write `token: {credential: NAME}` for "
                + "systemd's LoadCredential, or `{file: PATH}`"),
        Mistake(
            "jalon.yaml", mail("server: smtps://a.fr, ca: ca.pem"),
            "jalon.yaml:10:34: error: 'ca.pem' does not exist"),
        Mistake(
            "jalon.yaml", mail("server: smtps://a.fr, helo: a b"),
            "jalon.yaml:10:36: error: 'a b' is no name that a server can have"),
        Mistake(
            "jalon.yaml", mail("server: smtps://a.fr, user: me, password: hunter2"),
            "jalon.yaml:10:40: error: a "
                + "password does not belong into this file; write `password: {credential: NAME}` for systemd's LoadCredential, "
                + "or `{file: PATH}`"),
        Mistake(
            "jalon.yaml", mail("server: smtps://a.fr, user: me, password: {file: ../secret}"),
            "jalon.yaml:10:57: error: the path leads out of the configuration's directory"),
        Mistake(
            "jalon.yaml", Pair.programme + "answers: {server: pop3://a.fr, user: x, password: {credential: y}}",
            "jalon.yaml:10:19: error: 'pop3://a.fr' begins with 'pop3://'; it can be imap:// or imaps://"),
        Mistake(
            "jalon.yaml", Pair.programme + "answers: {piped: true, server: imaps://a.fr}",
            "jalon.yaml:10:24: error: mail is handed in (`piped: true`), and so no mailbox is read; leave `server:` out"
        ),
        Mistake(
            "jalon.yaml", answers("token: {credential: z}"),
            "jalon.yaml:10:69: error: a login has a `password:` or a `token:`, not both"),
        Mistake(
            "jalon.yaml", answers("poll: 5 seconds"),
            "jalon.yaml:10:75: error: '5 seconds' is no interval; write 2 minutes, or anything from 30 seconds to 24 hours"
        ),
        Mistake(
            "jalon.yaml", answers("move_to: Trié"),
            "jalon.yaml:10:78: error: 'Trié' is no name of a folder that Jalon can use; letters, digits and . / - _ will do"
        ),
    ])
    func `a mistake about the mail server`(mistake: Mistake) throws {
        let lines = try mistake.headlines()
        #expect(lines.contains(mistake.headline), "\(lines)")
    }
}
