import Mentoring

/// The texts under `Templates`, which are built into the program.
enum BuiltInTexts {
    static let sources: [Language: [TemplateName: String]] = [.french: french, .english: english]

    private static let french = texts([
        .welcome: PackageResources.welcome_fr_md,
        .invitation: PackageResources.invitation_fr_md,
        .update: PackageResources.update_fr_md,
        .cancellation: PackageResources.cancellation_fr_md,
        .prepare: PackageResources.prepare_fr_md,
        .dayBefore: PackageResources.day_before_fr_md,
        .prepareReview: PackageResources.prepare_review_fr_md,
        .closing: PackageResources.closing_fr_md,
    ])

    private static let english = texts([
        .welcome: PackageResources.welcome_en_md,
        .invitation: PackageResources.invitation_en_md,
        .update: PackageResources.update_en_md,
        .cancellation: PackageResources.cancellation_en_md,
        .prepare: PackageResources.prepare_en_md,
        .dayBefore: PackageResources.day_before_en_md,
        .prepareReview: PackageResources.prepare_review_en_md,
        .closing: PackageResources.closing_en_md,
    ])

    private static func texts(_ bytes: [TemplateName: [UInt8]]) -> [TemplateName: String] {
        bytes.mapValues { String(decoding: $0, as: UTF8.self) }
    }
}
