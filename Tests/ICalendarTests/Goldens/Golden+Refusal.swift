extension Golden {
    /// Another time that Claire proposed does not suit.
    static let refusal = #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Jalon//Jalon 0.1//EN
        CALSCALE:GREGORIAN
        METHOD:DECLINECOUNTER
        BEGIN:VEVENT
        UID:rencontre-7f3a@exemple.fr
        DTSTAMP:20261123T100000Z
        COMMENT:Le 10 ne va pas à Thomas \; le 11\, oui.
        ORGANIZER;CN="Mentorat: l'équipe":mailto:mentorat@exemple.fr
        END:VEVENT
        END:VCALENDAR
        """#
}
