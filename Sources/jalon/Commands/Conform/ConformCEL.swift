import ArgumentParser
import CivilTime
import Conditions
import Configuration
import Foundation

/// `jalon conform cel FILE.jsonl`
struct ConformCEL: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cel",
        abstract: "Evaluate expressions: one JSON object a line, with expr, bindings, check and expect.")

    @Argument(help: "Cases, one JSON object a line.")
    var file: String

    private struct Case: Decodable {
        let expr: String
        let bindings: [String: WrittenValue]
        /// Whether types are checked before.
        let check: Bool
        let expect: Outcome
    }

    private enum Outcome: Decodable {
        case failure
        case value(Value)

        private enum CodingKeys: String, CodingKey { case error }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self = container.contains(.error) ? .failure : .value(try WrittenValue(from: decoder).value)
        }
    }

    func run() async throws {
        try await orComplain {
            var counter = CaseCounter()
            let lines = try String(contentsOf: URL(filePath: file), encoding: .utf8).split(separator: "\n")
            for (number, line) in lines.enumerated() {
                let name = "line \(number + 1)"
                do {
                    let read = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
                    counter.count("\(name): \(read.expr)", difference(of: read))
                } catch {
                    counter.count(name, "is no case: \(error)")
                }
            }
            try counter.finish()
        }
    }

    private func difference(of expected: Case) -> String? {
        let found: Value
        do {
            let bindings = expected.bindings.mapValues(\.value)
            let expression =
                try expected.check
                ? Expression(expected.expr, declarations: Declarations(bindings.mapValues(\.type)), expecting: nil)
                : Expression(unchecked: expected.expr)
            found = try expression.evaluate({ bindings[$0] }, zones: SystemZones.zone(named:))
        } catch {
            if case .failure = expected.expect { return nil }
            return "fails: \(error)"
        }
        switch expected.expect {
        case .failure: return "is \(found) instead of an error"
        case .value(let value): return found.isIdentical(to: value) ? nil : "is \(found) instead of \(value)"
        }
    }
}

extension Value {
    /// The same value of the same type, where `==` takes `1` and `1u` for equal and a NaN for nothing.
    fileprivate func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.double(let left), .double(let right)):
            left.isNaN && right.isNaN || left == right && left.sign == right.sign
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isIdentical(to: $1) }
        case (.map(let left), .map(let right)):
            left.count == right.count
                && left.entries.allSatisfy { key, value in
                    right.entries.contains { $0.key.isIdentical(to: key) && $0.value.isIdentical(to: value) }
                }
        default: type == other.type && self == other
        }
    }
}

/// A value with its type: `{"int": 1}`, `{"list": [{"string": "a"}]}`, `{"bytes": "c3bf"}`.
private struct WrittenValue: Decodable {
    let value: Value

    private enum CodingKeys: String, CodingKey {
        case bool, int, uint, double, string, bytes, list, map, null, duration, timestamp, type
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard let key = container.allKeys.first else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "a value of no known type"))
        }
        func read<Wanted: Decodable>(_ type: Wanted.Type) throws -> Wanted {
            try container.decode(type, forKey: key)
        }
        func checked(_ value: Value?) throws -> Value {
            guard let value else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container, debugDescription: "no \(key.rawValue)")
            }
            return value
        }
        switch key {
        case .null: value = .null
        case .bool: value = .bool(try read(Bool.self))
        case .int: value = .int(try read(Int64.self))
        case .uint: value = .uint(try read(UInt64.self))
        case .double: value = try checked(Double(try read(String.self)).map(Value.double))
        case .string: value = .string(try read(String.self))
        case .bytes: value = try checked([UInt8](hexadecimal: try read(String.self)).map(Value.bytes))
        case .list: value = .list(try read([WrittenValue].self).map(\.value))
        case .map:
            let entries = try read([[WrittenValue]].self).filter { $0.count == 2 }
            value = .map(try ValueMap(entries.map { ($0[0].value, $0[1].value) }))
        case .duration:
            let parts = try read([Int64].self)
            value = try checked(parts.count == 2 ? .duration(.seconds(parts[0]) + .nanoseconds(parts[1])) : nil)
        case .timestamp: value = try checked(Timestamp(try read(String.self)).map(Value.timestamp))
        case .type: value = try checked(ValueType(named: try read(String.self)).map(Value.type))
        }
    }
}

extension [UInt8] {
    /// Two digits a byte; nil for anything else.
    fileprivate init?(hexadecimal text: String) {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
