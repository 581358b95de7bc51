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

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let swiftCSV = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "jalon",
    products: [
        .executable(name: "jalon", targets: ["jalon"]),
        // For the benchmarks, which are a package of their own.
        .library(name: "CivilTime", targets: ["CivilTime"]),
        .library(name: "ICalendar", targets: ["ICalendar"]),
        .library(name: "Mentoring", targets: ["Mentoring", "MailMessage", "Scheduling"]),
        .library(name: "JalonService", targets: ["JalonService", "Configuration", "CurlMail", "Ledger"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // The core: values and computation; no Foundation, no clock, no I/O.
        // Dates, local times, instants, zones with their gaps and folds.
        room("CivilTime"),
        // Calendars read, written, compared and linted.
        room("ICalendar", ["CivilTime"]),
        // Mails written and read.
        room("MailMessage"),
        // The typed language of rules.
        room("Conditions", ["CivilTime"]),
        // Words of strangers, made harmless to show.
        room("PlainText"),
        // Dates for demands that share people. Searching without the optimizer takes minutes where it should take a second, in debug builds too.
        .target(
            name: "Scheduling", swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        // The programme, what its plan is, and what its rules decide.
        room("Mentoring", ["CivilTime", "Conditions", "MailMessage", "Scheduling"]),
        // Text in: an admin's files become a programme, or every mistake with its place.
        room(
            "Configuration",
            ["CivilTime", "Conditions", "ICalendar", "MailMessage", "Mentoring", "PlainText", swiftCSV, yams]),
        // Mail out: what is to be said becomes mails.
        room(
            "Correspondence",
            ["CCmark", "CivilTime", "ICalendar", "MailMessage", "Mentoring", "PlainText", mustache],
            resources: [.embedInCode("Templates")]),
        // The durable record.
        room("Ledger", ["CCrypto", "CivilTime", "MailMessage", "Mentoring", grdb]),
        // The only room that knows libcurl.
        room("CurlMail", ["CCurl", "MailMessage"]),
        // A mail server on this machine, for rehearsals and tests.
        room("LoopbackSMTP"),
        // Pages, tables and pictures, from plain values.
        room("Report", ["CivilTime", "PlainText"]),
        // What the command line says, in another language.
        room("French"),
        // What turns it: planning, dispatch, answers, reload, systemd, rehearsal.
        room(
            "JalonService",
            [
                "CMalloc", "CPidfd", "CPsl", "CivilTime", "Configuration", "Correspondence", "CurlMail", "ICalendar",
                "Ledger",
                "LoopbackSMTP",
                "MailMessage", "Mentoring", "PlainText", "Report", lifecycle, logging, signals,
            ]),
        // The command line, one file a command.
        .executableTarget(
            name: "jalon",
            dependencies: [
                "CivilTime", "Conditions", "Configuration", "Correspondence", "French", "ICalendar", "JalonService",
                "Ledger", "MailMessage", "Mentoring", "PlainText", "Report", "Scheduling", argumentParser, logging,
            ], swiftSettings: strict),
        // The whole on a virtual clock, with faults.
        room(
            "Simulation",
            [
                "CivilTime", "Configuration", "CurlMail", "ICalendar", "JalonService", "Ledger", "MailMessage",
                "Mentoring", logging,
            ]),
        .executableTarget(
            name: "quarter", dependencies: ["Simulation", argumentParser], swiftSettings: strict),
        .executableTarget(name: "simulate", dependencies: ["Simulation", argumentParser], swiftSettings: strict),
        // Libraries of the system.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CPidfd"),
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CPsl", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),

        tests(of: "CivilTime"),
        tests(of: "PlainText"),
        tests(of: "ICalendar", ["CivilTime"]),
        tests(of: "MailMessage"),
        tests(of: "Conditions", ["CivilTime"]),
        tests(of: "Scheduling"),
        tests(of: "Mentoring", ["CivilTime", "MailMessage"]),
        tests(of: "Configuration", ["CivilTime", "French", "ICalendar", "MailMessage", "Mentoring"]),
        tests(
            of: "Correspondence", ["CivilTime", "ICalendar", "MailMessage", "Mentoring"], resources: [.copy("Goldens")]),
        .target(
            name: "FaultyDisk", path: "Tests/FaultyDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
        tests(of: "Ledger", ["CivilTime", "FaultyDisk", "MailMessage", "Mentoring", grdb]),
        tests(of: "CurlMail", ["LoopbackSMTP", "MailMessage"], resources: [.copy("Fixtures")]),
        tests(of: "Report", ["CivilTime"]),
        tests(of: "Simulation", ["CivilTime", "Ledger", "MailMessage", "Mentoring"]),
        tests(
            of: "JalonService",
            [
                "CivilTime", "Configuration", "CurlMail", "ICalendar", "Ledger", "LoopbackSMTP", "MailMessage",
                "Mentoring", logging,
            ]),
        .testTarget(
            name: "FuzzTests",
            dependencies: [
                "CivilTime", "Configuration", "Correspondence", "ICalendar", "MailMessage", "Mentoring", "PlainText",
            ],
            exclude: ["Dictionaries"],
            resources: [.copy("Inputs")], swiftSettings: strict),
        .testTarget(
            name: "JalonTests",
            dependencies: [
                "CivilTime", "Configuration", "French", "ICalendar", "Ledger", "LoopbackSMTP", "Mentoring", "jalon",
                argumentParser,
            ],
            resources: [.copy("Fixtures")], swiftSettings: strict),
    ]
)
