// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "jalon-benchmarks",
    dependencies: [.package(name: "jalon", path: "..")],
    targets: [
        .executableTarget(
            name: "jalon-bench",
            dependencies: [
                .product(name: "CivilTime", package: "jalon"),
                .product(name: "ICalendar", package: "jalon"),
                .product(name: "Mentoring", package: "jalon"),
                .product(name: "JalonService", package: "jalon"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .treatAllWarnings(as: .error),
            ])
    ]
)
