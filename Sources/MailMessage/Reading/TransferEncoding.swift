/// How a part's content was made fit for the way (RFC 2045 section 6).
enum TransferEncoding {
    case base64
    case quotedPrintable
    /// `7bit`, `8bit`, `binary`, and what nobody knows.
    case none

    init(_ headers: HeaderFields) {
        switch headers.raw("Content-Transfer-Encoding").map({ ParameterReader($0).value }) {
        case "base64": self = .base64
        case "quoted-printable": self = .quotedPrintable
        default: self = .none
        }
    }

    func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        switch self {
        case .base64: Base64.decode(bytes)
        case .quotedPrintable: QuotedPrintable.decode(bytes)
        case .none: Array(bytes)
        }
    }
}
