// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A target under `Sources/` with the settings that all of them share.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// The tests of a target, which stand as their sources do.
func tests(of name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, resources: resources,
        swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

let package = Package(
    name: "jalon",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // The core: values and computation; no Foundation, no clock, no I/O.
        room("CivilTime"),
        room("ICalendar", ["CivilTime"]),
        room("MailMessage"),
        room("Mentoring", ["CivilTime", "MailMessage"]),
        // Mail out.
        room(
            "Correspondence", ["CCmark", "CivilTime", "ICalendar", "MailMessage", "Mentoring", mustache],
            resources: [.embedInCode("Templates")]),
        room("Ledger", ["CivilTime", "MailMessage", "Mentoring", grdb]),
        room("CurlMail", ["CCurl", "MailMessage"]),
        room("LoopbackSMTP"),
        // Libraries of the system.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),

        tests(of: "CivilTime"),
        tests(of: "ICalendar", ["CivilTime"]),
        tests(of: "MailMessage"),
        tests(of: "Mentoring", ["CivilTime", "MailMessage"]),
        tests(
            of: "Correspondence", ["CivilTime", "ICalendar", "MailMessage", "Mentoring"], resources: [.copy("Goldens")]),
        tests(of: "Ledger", ["CivilTime", "MailMessage", "Mentoring", grdb]),
        tests(of: "CurlMail", ["LoopbackSMTP", "MailMessage"]),
    ]
)
