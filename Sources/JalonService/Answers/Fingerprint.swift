/// A short text that stands for bytes, to know them again without keeping them (FNV-1a, 128 bits).
///
/// Whoever wants two texts to have the same one can make them so: what it is of must say whose it is.
struct Fingerprint: CustomStringConvertible {
    let description: String

    init(_ bytes: some Sequence<UInt8>) {
        let basis: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B
        let bits = bytes.reduce(basis) { ($0 ^ UInt128($1)) &* prime }
        description = String(bits, radix: 16)
    }
}
