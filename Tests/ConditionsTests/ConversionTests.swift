import Testing

@testable import Conditions

@Suite struct ConversionTests {
    @Test(arguments: [
        "int(3.9) == 3 && int(-3.9) == -3", "int('-42') == -42", "int(5u) == 5",
        "int(timestamp('1970-01-02T00:00:00Z')) == 86400",
        "uint(7) == 7u", "uint('7') == 7u", "uint(2.9) == 2u", "double(2) == 2.0", "double('1e3') == 1000.0",
        "double('Infinity') > 1e308", "string(true) == 'true'", "string(-1) == '-1'", "string(b'\\xc3\\xa9') == 'é'",
        "bytes('é') == b'\\xc3\\xa9'", "bool('True') && !bool('0')", "type(dyn(1)) == int", "string('a') == 'a'",
        "string(1.5) == '1.5'", "string(100000.0) == '100000'", "string(1e6) == '1e+06'", "string(0.0001) == '0.0001'",
        "string(0.00001) == '1e-05'", "string(6.02214e23) == '6.02214e+23'", "string(-0.0) == '-0'",
        "string(-123.456) == '-123.456'", "string(1.0 / 0.0) == 'Infinity'", "string(1e-300) == '1e-300'",
        "string(timestamp('2009-02-13T23:31:30.5+01:00')) == '2009-02-13T22:31:30.5Z'",
        "string(duration('1h')) == '3600s'",
        "string(duration('-1.5s')) == '-1.5s'", "string(duration('1ns')) == '0.000000001s'",
        "timestamp(0) == timestamp('1970-01-01T00:00:00Z')",
        "duration('1h30m') == duration('90m')", "duration('1.5h') == duration('5400s')",
        "duration('0') == duration('0s')",
        "duration('1s1ms1us1µs1ns') == duration('1001002001ns')", "duration('+1m') > duration('-1m')",
    ])
    func `converts`(source: String) throws {
        #expect(try value(of: source) == .bool(true))
    }

    @Test(arguments: [
        "int(9223372036854775808u)", "int(1e19)", "int(0.0 / 0.0)", "int(-9223372036854775808.0)", "uint(-1)",
        "uint(-0.5)",
        "uint(18446744073709551616.0)", "timestamp(253402300800)", "timestamp(-62135596801)",
    ])
    func `what does not fit overflows`(source: String) {
        #expect(throws: EvaluationError.overflow) { try value(of: source) }
    }

    @Test(arguments: [
        "int('1.5')", "int('')", "int('0x10')", "uint('-0')", "double('0x1p3')", "double('')", "double('1e999')",
        "double('nan')", "bool('yes')",
        "string(b'\\xff')", "timestamp('2009-02-13')", "timestamp('2009-02-13T23:31Z')",
        "timestamp('2009-02-30T23:31:30Z')",
        "timestamp('2009-02-13T23:31:30')", "timestamp('2009-02-13T23:31:30.Z')",
        "timestamp('2009-02-13T23:31:30.1234567890Z')",
        "timestamp('2009-02-13T23:31:30+24:00')", "timestamp('0000-12-31T23:59:59Z')",
        "timestamp('0001-01-01T00:00:00+00:01')",
        "duration('')", "duration('-')", "duration('1')", "duration('1d')", "duration('h')", "duration('1h -1m')",
        "duration('300000h1000000000000000000000000h')",
        "duration('10000000000s')",
    ])
    func `what cannot be read is refused`(source: String) {
        let name = String(source.prefix { $0 != "(" })
        #expect {
            try value(of: source)
        } throws: { error in
            guard case .invalidArgument(name, _)? = error as? EvaluationError else { return false }
            return true
        }
    }
}
