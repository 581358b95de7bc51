/// Numbers that look drawn and are the same on every machine: SplitMix64 (Steele, Lea and Flood, 2014).
struct RandomSource: Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// From 0 up to but not including a bound, which is at least 1.
    mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// In 1/1024: how far above zero a draw of an exponential distribution with mean 1 lies, in whole arithmetic so
    /// that no machine's `log` has a say.
    mutating func exponential() -> Int {
        let draw = next() | 1
        let zeros = draw.leadingZeroBitCount
        // -log2 of the leading bits, linear between two powers; then ln 2 of it.
        let rest = Int(truncatingIfNeeded: (draw << UInt64(zeros)) >> 53) - 1024
        return (zeros * 1024 + (1024 - rest)) * 710 / 1024
    }

    static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
