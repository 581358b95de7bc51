#if LIBFUZZER
    import Glibc

    /// Which target this process is for: the name in `FUZZ_TARGET`.
    private let target: FuzzTarget? = getenv("FUZZ_TARGET").flatMap { FuzzTarget(rawValue: String(cString: $0)) }

    /// What libFuzzer calls with each input that it makes up.
    @_cdecl("LLVMFuzzerTestOneInput")
    public func tryOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        guard let target else { fatalError("FUZZ_TARGET names none of \(FuzzTarget.allCases.map(\.rawValue))") }
        do {
            try target.run(Array(UnsafeBufferPointer(start: start, count: count)))
        } catch {
            fatalError("\(error)")
        }
        return 0
    }
#endif
