/// Where random identities come from: Message-IDs, boundaries, meeting ids.
///
/// The daemon draws from the system; a rehearsal from a seed, so that the same command gives the same bytes.
public enum TokenSource: RandomNumberGenerator, Sendable {
    case system
    case seeded(state: UInt64)

    public mutating func next() -> UInt64 {
        switch self {
        case .system:
            var generator = SystemRandomNumberGenerator()
            return generator.next()
        case .seeded(let state):
            // SplitMix64 (Steele, Lea, Flood 2014).
            let advanced = state &+ 0x9E37_79B9_7F4A_7C15
            self = .seeded(state: advanced)
            var mixed = advanced
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
