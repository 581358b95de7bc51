extension Golden {
    /// The meeting is off, as Thomas gets it.
    static let cancelToAll = #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Jalon//Jalon 0.1//EN
        CALSCALE:GREGORIAN
        METHOD:CANCEL
        \#(paris)
        BEGIN:VEVENT
        UID:rencontre-7f3a@exemple.fr
        SEQUENCE:1
        DTSTAMP:20261123T100000Z
        CREATED:20261122T100000Z
        LAST-MODIFIED:20261123T100000Z
        DTSTART;TZID=Europe/Paris:20261203T183000
        DTEND;TZID=Europe/Paris:20261203T193000
        SUMMARY:Rencontre de mentorat · Thomas et Claire
        DESCRIPTION:Bonjour\,\n\nTrois idées pour cette rencontre : le point d'ét
         ape \; vos questions\, même les petites \; la suite 🚀.\nLe dossier est
          ici : C:\\mentorat
        LOCATION:Café « Le Préau »\, 12 rue de l'Ourcq\; Paris
        COMMENT:Claire est souffrante \; une autre date suivra\,\nbientôt.
        ORGANIZER;CN="Mentorat: l'équipe":mailto:mentorat@exemple.fr
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;CN="Thomas N'Diaye, ^'Tom^'
         ":mailto:thomas@exemple.fr
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;CN=Claire Lefèvre:mailto:c
         laire.lefevre@exemple.fr
        STATUS:CANCELLED
        TRANSP:OPAQUE
        END:VEVENT
        END:VCALENDAR
        """#

    /// Amina is no longer invited.
    static let cancelToRemoved = #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Jalon//Jalon 0.1//EN
        CALSCALE:GREGORIAN
        METHOD:CANCEL
        \#(paris)
        BEGIN:VEVENT
        UID:rencontre-7f3a@exemple.fr
        SEQUENCE:1
        DTSTAMP:20261123T100000Z
        CREATED:20261122T100000Z
        LAST-MODIFIED:20261123T100000Z
        DTSTART;TZID=Europe/Paris:20261203T183000
        DTEND;TZID=Europe/Paris:20261203T193000
        SUMMARY:Rencontre de mentorat · Thomas et Claire
        DESCRIPTION:Bonjour\,\n\nTrois idées pour cette rencontre : le point d'ét
         ape \; vos questions\, même les petites \; la suite 🚀.\nLe dossier est
          ici : C:\\mentorat
        LOCATION:Café « Le Préau »\, 12 rue de l'Ourcq\; Paris
        COMMENT:À une autre fois
        ORGANIZER;CN="Mentorat: l'équipe":mailto:mentorat@exemple.fr
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=NON-PARTICIPANT;CN="Amina 🌻 Benali; réf
         érente":mailto:amina+mentorat@example.org
        TRANSP:OPAQUE
        END:VEVENT
        END:VCALENDAR
        """#
}
