import CivilTime
import Foundation
import Testing

/// The bytes of a zone file of this machine; the package tzdata must be installed.
func systemZoneFile(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/" + name)))
}

func systemZone(_ name: String) throws -> Zone {
    try Zone(name: name, tzif: systemZoneFile(name))
}

func instant(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> Instant {
    try #require(Instant(text), sourceLocation: location)
}

func local(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> LocalDateTime {
    try #require(LocalDateTime(text), sourceLocation: location)
}
