/// The colours of the page, by daylight and in the dark; texts keep a contrast of 4.5 : 1 on the paper.
struct Palette {
    let paper: String
    let card: String
    let ink: String
    let muted: String
    let rule: String
    let line: String
    let session: String
    let sessionTint: String
    let review: String
    let reviewTint: String
    let other: String
    let otherTint: String
    let missed: String
    let absence: String
    let holiday: String
    let mails: String

    static let light = Palette(
        paper: "#fbfaf7", card: "#ffffff", ink: "#24231f", muted: "#65625a", rule: "#e7e3d9", line: "#b9b4a6",
        session: "#17666f", sessionTint: "#c4dfe0", review: "#b04a21", reviewTint: "#f2d3c3", other: "#6a4a8c",
        otherTint: "#ddd0ea", missed: "#a3263a", absence: "#ece6d5", holiday: "#efddd7", mails: "#b3c9c8")

    static let dark = Palette(
        paper: "#191a1b", card: "#212324", ink: "#e9e6df", muted: "#a5a198", rule: "#323435", line: "#5f6263",
        session: "#6cc0c6", sessionTint: "#25494d", review: "#f0986c", reviewTint: "#5b3323", other: "#bb9ce0",
        otherTint: "#42335a", missed: "#f2849a", absence: "#302e27", holiday: "#3d302c", mails: "#3f6163")
}
