/// Judges the bytes of a calendar line by line; RFC 5545 section 3.1.
enum LineLinter {
    static func lint(_ bytes: [UInt8]) -> [Complaint] {
        var complaints: [Complaint] = []
        var rest = bytes[...]
        var number = 0
        while !rest.isEmpty {
            number += 1
            let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
            let line = rest[rest.startIndex..<end]
            rest = rest[end...]
            complaints += kinds(of: line).map { Complaint(line: number, kind: $0) }
            if rest.starts(with: [0x0D, 0x0A]) {
                rest = rest.dropFirst(2)
            } else {
                complaints.append(Complaint(line: number, kind: .lineEnd))
                rest = rest.dropFirst()
            }
        }
        return complaints
    }

    private static func kinds(of line: ArraySlice<UInt8>) -> [Complaint.Kind] {
        var kinds: [Complaint.Kind] = []
        if line.isEmpty { kinds.append(.emptyLine) }
        if line.count > Folding.limit { kinds.append(.longLine(octets: line.count)) }
        if String(validating: line, as: UTF8.self) == nil { kinds.append(.splitCharacter) }
        if let control = line.first(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }) {
            kinds.append(.control(control))
        }
        return kinds
    }
}
