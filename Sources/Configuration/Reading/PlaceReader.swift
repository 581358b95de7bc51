import Mentoring

extension Section {
    /// `{in_person: "Café du Sentier"}` or `{video: "https://…"}`.
    func place(_ key: String) -> Place? {
        guard let section = section(key, keys: ["in_person", "video"]) else { return nil }
        let inPerson = section.text("in_person")
        let video = section.value(SecureLink.self, "video")
        switch (section.has("in_person"), section.has("video")) {
        case (true, false): return inPerson.map { .inPerson($0.value) }
        case (false, true): return video.map { .video($0.value.text) }
        case (true, true): findings.error("a meeting is either in person or by video", at: section.site)
        case (false, false): findings.error("`\(key):` takes `in_person:` or `video:`", at: section.site)
        }
        return nil
    }
}
