extension ContentType {
    /// The type in lower case; what is no media type counts as plain text (RFC 2045 section 5.2).
    init(reading header: [UInt8]) {
        let read = ParameterReader(header)
        let halves = read.value.split(separator: "/", omittingEmptySubsequences: false)
        let isType = halves.count == 2 && halves.allSatisfy { Token.isValid($0) }
        self.init(isType ? read.value : "text/plain", read.parameters)
    }

    /// The value of a parameter, whose name is given in lower case; nil where there is none.
    public func parameter(_ name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    var isMultipart: Bool { type.hasPrefix("multipart/") }

    /// A whole mail within a mail (RFC 2046 section 5.2.1, RFC 6532 section 3.7).
    var isMessage: Bool { type == "message/rfc822" || type == "message/global" }
}
