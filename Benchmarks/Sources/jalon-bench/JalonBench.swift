import Glibc

/// Measures what Jalon's iCalendar library and its planner take for their work; see the README beside the package.
@main
enum JalonBench {
    static func main() async {
        do {
            try await run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            try? Files.write(Array("jalon-bench: \(error)\n".utf8), to: STDERR_FILENO)
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) async throws {
        guard let workload = arguments.first else { throw BenchmarkError.usage }
        if workload == "make" { return try make(Array(arguments.dropFirst())) }
        guard arguments.count >= 4, let number = Int(arguments[2]), number >= 0 else { throw BenchmarkError.usage }
        let (mode, path, rest) = (arguments[1], arguments[3], arguments.dropFirst(4))
        switch (workload, mode) {
        case ("generate", "load"), ("generate", "gen"):
            try GenerateWorkload.run(mode: mode, count: number, path: path)
        case ("parse", "load"), ("parse", "parse"), ("parse", "read"):
            try ParseWorkload.run(mode: mode, repeating: number, path: path)
        case ("expand", "load"), ("expand", "expand"):
            try ExpandWorkload.run(mode: mode, repeating: number, path: path, isPrinting: rest.first == "print")
        case ("bounds", "load"), ("bounds", "expand"):
            try BoundsWorkload.run(mode: mode, repeating: number, path: path, isPrinting: rest.first == "print")
        case ("replan", "load"), ("replan", "replan"):
            guard let count = Int(path), (3...1_000_000).contains(count) else { throw BenchmarkError.usage }
            try ReplanWorkload.run(mode: mode, repeating: number, count: count)
        case ("turn", "load"), ("turn", "turn"):
            guard let count = Int(path), (100...1_000_000).contains(count) else { throw BenchmarkError.usage }
            try TurnWorkload.run(mode: mode, repeating: number, count: count)
        case ("send", "load"), ("send", "send"):
            guard rest.count == 2, let port = Int(rest[rest.startIndex]),
                let connections = Int(rest[rest.startIndex + 1])
            else { throw BenchmarkError.usage }
            try await SendWorkload.run(mode: mode, count: number, path: path, port: port, connections: connections)
        case ("deliver", "load"), ("deliver", "deliver"):
            guard let port = Int(path), let connections = rest.first.flatMap({ Int($0) }) else {
                throw BenchmarkError.usage
            }
            try await DeliverWorkload.run(mode: mode, count: number, port: port, connections: connections)
        default:
            throw BenchmarkError.usage
        }
    }

    private static func make(_ arguments: [String]) throws {
        switch arguments.first {
        case "invitations":
            try Files.write(InvitationMaker.bytes(count: try number(arguments, at: 1), seed: seed(arguments, at: 2)))
        case "calendar":
            let size = try number(arguments, at: 1) * 1_000_000
            try Files.write(CalendarMaker.bytes(size: size, seed: seed(arguments, at: 2)))
        case "rules":
            try Files.write(RuleMaker.bytes())
        case "hostile":
            guard arguments.count > 1 else { throw BenchmarkError.usage }
            try Files.makeFolder(arguments[1])
            for (name, bytes) in HostileCalendars.all() {
                try Files.save(bytes, at: "\(arguments[1])/\(name).ics")
            }
        default:
            throw BenchmarkError.usage
        }
    }

    private static func number(_ arguments: [String], at index: Int) throws -> Int {
        guard index < arguments.count, let number = Int(arguments[index]), (0...100_000_000).contains(number) else {
            throw BenchmarkError.usage
        }
        return number
    }

    /// 1 unless another is given.
    private static func seed(_ arguments: [String], at index: Int) -> UInt64 {
        index < arguments.count ? UInt64(arguments[index]) ?? 1 : 1
    }
}
