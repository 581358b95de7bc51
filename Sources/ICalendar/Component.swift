/// A component, such as a VCALENDAR or a VEVENT: properties and the components inside; RFC 5545 section 3.6.
public struct Component: Sendable {
    /// The name in upper case: `VEVENT`.
    public let name: String
    public var properties: [Property]
    public var components: [Component]
    /// The line of its BEGIN in the file that it was read from, the first being 1; 0 for one that was made here.
    public let line: Int

    public init(_ name: String, _ properties: [Property] = [], components: [Component] = [], line: Int = 0) {
        self.name = name
        self.properties = properties
        self.components = components
        self.line = line
    }

    /// The first property with that upper-case name.
    public func property(_ name: String) -> Property? {
        properties.first { $0.isNamed(name) }
    }

    /// The properties with that upper-case name, in their order.
    public func properties(named name: String) -> [Property] {
        properties.filter { $0.isNamed(name) }
    }

    /// The components directly inside with that upper-case name, in their order.
    public func components(named name: String) -> [Component] {
        components.filter { $0.name == name }
    }
}

extension Component: Hashable {
    /// Whether both say the same, wherever they stand.
    public static func == (left: Component, right: Component) -> Bool {
        left.name == right.name && left.properties == right.properties && left.components == right.components
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(properties)
        hasher.combine(components)
    }
}

// MARK: - Wire form

extension Component {
    /// The component as UTF-8, from `BEGIN:…` to `END:…`, each line ended by CRLF.
    ///
    /// Control characters are left out, whatever the values are and wherever they came from, so that none of them can
    /// begin a line of its own.
    public func serialized() -> [UInt8] {
        var writer = ContentWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Properties stand before components: RFC 5545 section 3.6 has no other order, and some readers hold to it.
    private func write(to writer: inout ContentWriter) {
        writer.begin(named: name)
        for property in properties {
            writer.property(property)
        }
        for component in components {
            component.write(to: &writer)
        }
        writer.end(named: name)
    }
}
