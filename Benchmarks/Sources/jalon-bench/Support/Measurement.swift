import Glibc

/// What one run of a workload took, printed as one line of JSON.
///
///     {"workload":"parse","units":50.0,"unit":"MB","seconds":0.31,"cpu":0.30,"peak_kib":120344,"events":45688}
struct Measurement {
    let workload: String
    let unit: String
    var units = 0.0
    /// What was counted on the way, so that two programs can be seen to have done the same work.
    var counts: [(name: String, value: Int)] = []

    private let clock = ContinuousClock()
    private let wall: ContinuousClock.Instant
    private let processor: Double

    /// Time counts from here on.
    init(_ workload: String, unit: String) {
        self.workload = workload
        self.unit = unit
        wall = clock.now
        processor = Self.processorSeconds()
    }

    /// The line, with what has passed until now.
    func line() -> String {
        let seconds = (clock.now - wall) / .seconds(1)
        let cpu = Self.processorSeconds() - processor
        var fields = [
            "\"workload\":\"\(workload)\"", "\"units\":\(units)", "\"unit\":\"\(unit)\"", "\"seconds\":\(seconds)",
            "\"cpu\":\(cpu)", "\"peak_kib\":\(Self.peak())",
        ]
        fields += counts.map { "\"\($0.name)\":\($0.value)" }
        return "{" + fields.joined(separator: ",") + "}\n"
    }

    /// User and system time of this process.
    static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The most memory that this process has had so far, in KiB; 0 where the kernel does not say.
    static func peak() -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 256)
        while fgets(&buffer, 256, file) != nil {
            let line = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            if line.hasPrefix("VmHWM:") { return Int(line.filter(\.isNumber)) ?? 0 }
        }
        return 0
    }

    /// Counts the most memory anew from what the process has now; proc(5), `clear_refs`.
    static func forgetPeak() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }
}
