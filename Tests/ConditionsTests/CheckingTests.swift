import Testing

@testable import Conditions

@Suite struct CheckingTests {
    @Test(arguments: [
        (
            "relationship.missed >= 2", 1,
            "'relationship.missed' is no fact; did you mean 'relationship.missed_in_a_row'?"
        ),
        ("true &&\n  recipent.role == 'mentor'", 3, "'recipent.role' is no fact; did you mean 'recipient.role'?"),
        ("months_left > 1", 1, "'months_left' is no fact; did you mean 'relationship.months_left'?"),
        ("weather == 'fair'", 1, "'weather' is no fact"),
        (
            "relationship == 1", 1,
            "'relationship' is a group of facts, not one; name one of them, such as 'relationship.groups'"
        ),
        (
            "has(relationship.last_hold)", 5,
            "'relationship.last_hold' is no fact; did you mean 'relationship.last_held'?"
        ),
        ("recipient.role == 1", 16, "string and int cannot be compared"),
        (
            "relationship.groups == ['a'] || relationship.groups == [1]", 53,
            "list(string) and list(int) cannot be compared"
        ),
        ("recipient.role < 1", 16, "string and int cannot be put in order"),
        ("[1] < [2]", 5, "list(int)s have no order"),
        ("relationship.months_left", 1, "a condition is true or false; this one is of type int"),
        ("meeting.ordinal && true", 1, "'&&' works on what is true or false; this is of type int"),
        ("!recipient.role", 2, "'!' works on what is true or false; this is of type string"),
        ("recipient.role ? true : false", 1, "'?:' works on what is true or false; this is of type string"),
        ("(true ? 1 : 'a') == 1", 7, "both outcomes of '?:' must be of one type; these are int and string"),
        ("meeting.ordinal + 'a' == 'a'", 17, "'+' cannot take int and string"),
        ("1 + 1.0 == 2.0", 3, "'+' cannot take int and double"),
        ("-recipient.role == ''", 1, "'-' cannot take string"),
        ("5.5 % 2.0 == 0.0", 5, "'%' cannot take double and double"),
        ("1 in ['a']", 3, "'in' cannot take int and list(string)"),
        ("'a' in recipient.role", 5, "'in' cannot take string and string"),
        ("recipient.role.startWith('m')", 16, "'startWith' is no function; did you mean 'startsWith'?"),
        ("relationship.groups.exist(g, true)", 21, "'exist' is no function; did you mean 'exists'?"),
        (
            "contains(recipient.role, 'm')", 1,
            "'contains' cannot take (string, string); it takes string.contains(string)"
        ),
        (
            "size(1) == 1", 1,
            "'size' cannot take (int); it takes size(string) or string.size() or size(bytes) or bytes.size() "
                + "or size(list(dyn)) or list(dyn).size() or size(map(dyn, dyn)) or map(dyn, dyn).size()"
        ),
        (
            "meeting.length.getMonth() == 1", 16,
            "'getMonth' cannot take (duration); it takes timestamp.getMonth() or timestamp.getMonth(string)"
        ),
        ("recipient.role.name == ''", 1, "what is of type string has nothing named 'name' in it"),
        ("has(recipient.role.name)", 5, "what is of type string has nothing named 'name' in it"),
        ("meeting.ordinal[0] == 1", 16, "only a list or a map can be asked with []; this is of type int"),
        ("relationship.groups['a'] == ''", 21, "list(string) cannot be asked with string"),
        ("meeting.labels[1] == ''", 16, "map(string, string) cannot be asked with int"),
        ("meeting.ordinal.all(x, true)", 1, "'all' goes through a list or a map; this is of type int"),
        ("relationship.groups.exists(g, g)", 31, "'exists' works on what is true or false; this is of type string"),
        ("relationship.groups.map(g, g > 1, g) == []", 30, "string and int cannot be put in order"),
        ("{1.5: 1} == {}", 2, "a map's key is a bool, an int, a uint or a string, not double"),
        ("recipient.role.matches('(a')", 24, "the pattern cannot be read: '(' is not closed"),
        ("[1].all(x, true) && x == 1", 21, "'x' is no fact"),
    ])
    func `a mistake is told with its place`(source: String, column: Int, sentence: String) {
        let mistake = mistake(in: source)
        #expect(mistake?.description == sentence)
        #expect(mistake?.position.column == column)
    }

    @Test(arguments: [
        "relationship.missed_in_a_row >= 2 && relationship.months_left > 1",
        "recipient.load == 1 || recipient.load < 2",
        "relationship.last_held == null", "'pilot' in relationship.groups", "meeting.labels.place == 'Lyon'",
        "meeting.length > duration('1h')", "type(recipient.role) == string", "dyn(recipient.role) == 1",
        "[1, 'a'].exists(x, x == 'a')", "[] == [1]", "{}.all(k, k > 1)", "relationship.groups.map(g, size(g))[0] == 4",
        "meeting.labels.exists(k, v, k == v)", "google.protobuf.Timestamp == type(relationship.last_held)",
        "dyn(true)",
    ])
    func `a good condition passes`(source: String) {
        #expect(mistake(in: source) == nil)
    }

    @Test(arguments: [
        ("1 + 2", ValueType.int), ("[1, 2]", .list(.int)), ("[1, 'a']", .list(.dyn)), ("[]", .list(.dyn)),
        ("{'a': 1u}", .map(.string, .uint)), ("relationship.groups[0]", .string), ("size('a')", .int),
        ("meeting.labels['a']", .string), ("relationship.last_held - relationship.last_held", .duration),
        ("relationship.last_held + meeting.length", .timestamp), ("[1].map(x, 'a')", .list(.string)),
        ("{'a': 1}.transformMap(k, v, v > 1)", .map(.string, .bool)), ("dyn(1)", .dyn), ("type(1)", .type),
        ("true ? [1] : []", .list(.dyn)), ("-recipient.load", .double), ("null", .null),
    ])
    func `an expression has a type`(source: String, type: ValueType) throws {
        #expect(try Expression(source, declarations: declarations, expecting: nil).type == type)
    }

    @Test(arguments: [
        (
            "relationship.months_left > 1 || has(relationship.last_held)",
            ["relationship.months_left", "relationship.last_held"]
        ),
        ("meeting.labels.place == 'Lyon'", ["meeting.labels"]),
        ("true", []),
        // The variable hides the fact of the same name.
        ("[{'ordinal': 1}].all(meeting, meeting.ordinal == 1)", []),
        ("[{'ordinal': 1}].all(meeting, .meeting.ordinal == 1)", ["meeting.ordinal"]),
    ])
    func `an expression says which facts it reads`(source: String, names: [String]) throws {
        #expect(try Expression(source, declarations: declarations).references == Set(names))
    }

    @Test func `the longest declared name is meant`() throws {
        let expression = try Expression("a.b.c == 'x'", declarations: ["a": .int, "a.b": .map(.string, .string)])
        #expect(expression.references == ["a.b"])
    }

    @Test func `expressions with the same text are the same`() throws {
        #expect(try Expression("true", declarations: [:]) == Expression(unchecked: "true"))
        #expect(try Expression("true", declarations: [:]) != Expression("!false", declarations: [:]))
    }
}
