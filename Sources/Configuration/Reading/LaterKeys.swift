/// Keys of Jalon's design that this version does not act on. They are refused, for nothing is ignored in silence.
enum LaterKeys {
    static let names: Set<String> = [
        "former_mailboxes"
    ]
}
