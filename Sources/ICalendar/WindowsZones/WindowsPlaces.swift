/// The words that Outlook and Exchange show for a zone, which some of their files hold in place of its name.
enum WindowsPlaces {
    /// The IANA name for `Brussels, Copenhagen, Madrid, Paris`, whatever its case; nil for unknown words.
    static func ianaName(of words: String) -> String? {
        let key = words.lowercased()
        return (names[key] ?? names[respelled(key)]).flatMap(WindowsZone.ianaName)
    }

    /// With a comma for `;` and `&` for `and`, as the table has them.
    private static func respelled(_ words: String) -> String {
        let commas = words.utf8.map { $0 == UInt8(ascii: ";") ? UInt8(ascii: ",") : $0 }
        let parts = commas.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        return parts.map { String(decoding: $0, as: UTF8.self) }.map { $0 == "and" ? "&" : $0 }.joined(separator: " ")
    }

    /// Windows names by those words in lower case.
    static let names = WindowsZone.table(of: facts)

    /// Cities stand alone where what the words mean has not depended on the release of Windows.
    private static let facts = """
        Abu Dhabi, Muscat = Arabian Standard Time
        Adelaide = Cen. Australia Standard Time
        Alaska = Alaskan Standard Time
        Amsterdam, Belgrade, Berlin, Brussels, Budapest, Madrid, Paris, Prague, Stockholm = Romance Standard Time
        Amsterdam, Berlin, Bern, Rom, Stockholm, Wien = W. Europe Standard Time
        Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna = W. Europe Standard Time
        Amsterdam, Berlin, Berne, Rome, Stockholm, Vienne = W. Europe Standard Time
        Arizona = US Mountain Standard Time
        Athens, Bucharest = GTB Standard Time
        Atlantic Time (Canada) = Atlantic Standard Time
        Auckland, Wellington = New Zealand Standard Time
        Azores = Azores Standard Time
        Bangkok, Hanoi, Jakarta = SE Asia Standard Time
        Beijing, Chongqing, Hong Kong, Urumqi = China Standard Time
        Beijing, Chongqing, Hong Kong SAR, Urumqi = China Standard Time
        Beirut = Middle East Standard Time
        Belgrade, Bratislava, Budapest, Ljubljana, Prague = Central Europe Standard Time
        Berlin = W. Europe Standard Time
        Bogota, Lima, Quito = SA Pacific Standard Time
        Bogota, Lima, Quito, Rio Branco = SA Pacific Standard Time
        Brasilia = E. South America Standard Time
        Brasília = E. South America Standard Time
        Brisbane = E. Australia Standard Time
        Brussels, Copenhagen, Madrid, Paris = Romance Standard Time
        Brüssel, Kopenhagen, Madrid, Paris = Romance Standard Time
        Bruxelles, Copenhague, Madrid, Paris = Romance Standard Time
        Buenos Aires = Argentina Standard Time
        Cairo = Egypt Standard Time
        Canberra, Melbourne, Sydney = AUS Eastern Standard Time
        Caracas = Venezuela Standard Time
        Casablanca = Morocco Standard Time
        Central America = Central America Standard Time
        Central Time (US & Canada) = Central Standard Time
        Chennai, Kolkata, Mumbai, New Delhi = India Standard Time
        City of Buenos Aires = Argentina Standard Time
        Coordinated Universal Time = UTC
        Darwin = AUS Central Standard Time
        Dhaka = Bangladesh Standard Time
        Dublin, Edinburgh, Lisbon, London = GMT Standard Time
        Dublin, Édimbourg, Lisbonne, Londres = GMT Standard Time
        Eastern Time (US & Canada) = Eastern Standard Time
        Fiji = Fiji Standard Time
        Greenwich Mean Time, Dublin, Edinburgh, London = GMT Standard Time
        Greenwich Mean Time: Dublin, Edinburgh, Lisbon, London = GMT Standard Time
        Guadalajara, Mexico City, Monterrey = Central Standard Time (Mexico)
        Harare, Pretoria = South Africa Standard Time
        Hawaii = Hawaiian Standard Time
        Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius = FLE Standard Time
        Hobart = Tasmania Standard Time
        Indiana (East) = US Eastern Standard Time
        Islamabad, Karachi = Pakistan Standard Time
        Istanbul = Turkey Standard Time
        Jerusalem = Israel Standard Time
        Kabul = Afghanistan Standard Time
        Kathmandu = Nepal Standard Time
        Kuala Lumpur, Singapore = Singapore Standard Time
        Kuwait, Riyadh = Arab Standard Time
        London = GMT Standard Time
        Madrid = Romance Standard Time
        Montevideo = Montevideo Standard Time
        Moscow, St. Petersburg = Russian Standard Time
        Mountain Time (US & Canada) = Mountain Standard Time
        Nairobi = E. Africa Standard Time
        Newfoundland = Newfoundland Standard Time
        Osaka, Sapporo, Tokyo = Tokyo Standard Time
        Pacific Time (US & Canada) = Pacific Standard Time
        Pacific Time (US & Canada), Tijuana = Pacific Standard Time
        Paris = Romance Standard Time
        Paris, Madrid = Romance Standard Time
        Perth = W. Australia Standard Time
        Santiago = Pacific SA Standard Time
        Sarajevo, Skopje, Warsaw, Zagreb = Central European Standard Time
        Saskatchewan = Canada Central Standard Time
        Seoul = Korea Standard Time
        Taipei = Taipei Standard Time
        Tehran = Iran Standard Time
        Universal Coordinated Time = UTC
        West Central Africa = W. Central Africa Standard Time
        """
}
