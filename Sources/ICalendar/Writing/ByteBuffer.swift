/// Octets that grow at the end.
///
/// An invitation is some hundred and fifty small pieces; an array asks at each of them whether it has another owner,
/// which this never has.
struct ByteBuffer: ~Copyable {
    /// Room for `capacity` octets, of which the first `count` are written.
    private var storage: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 1)
        storage = .allocate(capacity: self.capacity)
    }

    deinit {
        storage.deallocate()
    }

    /// A copy of what is written.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: storage, count: count)) }

    @inline(__always)
    mutating func append(_ octet: UInt8) {
        if count == capacity { grow(by: 1) }
        storage[count] = octet
        count += 1
    }

    /// - Parameter octets: none of this buffer's own.
    @inline(__always)
    mutating func append(_ octets: UnsafeBufferPointer<UInt8>) {
        guard let source = octets.baseAddress else { return }
        if capacity - count < octets.count { grow(by: octets.count) }
        (storage + count).initialize(from: source, count: octets.count)
        count += octets.count
    }

    @inline(__always)
    mutating func append(_ constant: StaticString) {
        constant.withUTF8Buffer { append($0) }
    }

    /// The string's UTF-8, as it is.
    mutating func append(_ text: String) {
        text.utf8Span.span.withUnsafeBufferPointer { append($0) }
    }

    /// `2026`, `-1`
    mutating func append(number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let magnitude = number.magnitude
        var unit: UInt = 1
        while magnitude / unit >= 10 {
            unit *= 10
        }
        while unit > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / unit % 10))
            unit /= 10
        }
    }

    /// Two digits of a number below 100.
    @inline(__always)
    mutating func append(pair number: Int) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    /// Takes away what was written from a place on, and gives it to `body`, to be written again in another form.
    mutating func rewrite(from start: Int, _ body: (UnsafeBufferPointer<UInt8>, inout ByteBuffer) -> Void) {
        let length = count - start
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { removed in
            _ = removed.initialize(from: UnsafeBufferPointer(start: storage + start, count: length))
            count = start
            body(UnsafeBufferPointer(removed), &self)
        }
    }

    private mutating func grow(by octets: Int) {
        capacity = max(2 * capacity, count + octets)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.initialize(from: storage, count: count)
        storage.deallocate()
        storage = larger
    }
}
