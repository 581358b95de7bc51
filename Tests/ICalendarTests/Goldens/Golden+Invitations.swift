extension Golden {
    /// An invitation, as Claire gets it.
    static let request = #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Jalon//Jalon 0.1//EN
        CALSCALE:GREGORIAN
        METHOD:REQUEST
        \#(paris)
        BEGIN:VEVENT
        UID:rencontre-7f3a@exemple.fr
        SEQUENCE:0
        DTSTAMP:20261122T100000Z
        CREATED:20261122T100000Z
        LAST-MODIFIED:20261122T100000Z
        DTSTART;TZID=Europe/Paris:20261203T183000
        DTEND;TZID=Europe/Paris:20261203T193000
        SUMMARY:Rencontre de mentorat · Thomas et Claire
        DESCRIPTION:Bonjour\,\n\nTrois idées pour cette rencontre : le point d'ét
         ape \; vos questions\, même les petites \; la suite 🚀.\nLe dossier est
          ici : C:\\mentorat
        LOCATION:Café « Le Préau »\, 12 rue de l'Ourcq\; Paris
        CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://visio.exemple.fr/s/7f3a?lang=fr,
         en;x=1
        ORGANIZER;CN="Mentorat: l'équipe":mailto:mentorat@exemple.fr
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
         TRUE;CN=Claire Lefèvre:mailto:claire.lefevre@exemple.fr
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
         TRUE;CN="Thomas N'Diaye, ^'Tom^'":mailto:thomas@exemple.fr
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        X-MICROSOFT-DISALLOW-COUNTER:TRUE
        END:VEVENT
        END:VCALENDAR
        """#

    /// An invitation to a meeting in Nuuk, as Thomas gets it.
    static let requestInUTC = #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Jalon//Jalon 0.1//EN
        CALSCALE:GREGORIAN
        METHOD:REQUEST
        BEGIN:VEVENT
        UID:rencontre-7f3a@exemple.fr
        SEQUENCE:0
        DTSTAMP:20261122T100000Z
        CREATED:20261122T100000Z
        LAST-MODIFIED:20261122T100000Z
        DTSTART:20261203T203000Z
        DTEND:20261203T213000Z
        SUMMARY:Rencontre de mentorat · Thomas et Claire
        DESCRIPTION:Bonjour\,\n\nTrois idées pour cette rencontre : le point d'ét
         ape \; vos questions\, même les petites \; la suite 🚀.\nLe dossier est
          ici : C:\\mentorat
        LOCATION:Café « Le Préau »\, 12 rue de l'Ourcq\; Paris
        CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://visio.exemple.fr/s/7f3a?lang=fr,
         en;x=1
        ORGANIZER;CN="Mentorat: l'équipe":mailto:mentorat@exemple.fr
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
         TRUE;CN="Thomas N'Diaye, ^'Tom^'":mailto:thomas@exemple.fr
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
         TRUE;CN=Claire Lefèvre:mailto:claire.lefevre@exemple.fr
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        X-MICROSOFT-DISALLOW-COUNTER:TRUE
        END:VEVENT
        END:VCALENDAR
        """#

    /// An invitation of Amina to a meeting that others know of.
    static let requestToNewcomer = #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Jalon//Jalon 0.1//EN
        CALSCALE:GREGORIAN
        METHOD:REQUEST
        \#(paris)
        BEGIN:VEVENT
        UID:rencontre-7f3a@exemple.fr
        SEQUENCE:0
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
        CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://visio.exemple.fr/s/7f3a?lang=fr,
         en;x=1
        ORGANIZER;CN="Mentorat: l'équipe":mailto:mentorat@exemple.fr
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=NON-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
         FALSE;CN="Amina 🌻 Benali; référente":mailto:amina+mentorat@example.or
         g
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE
         ;CN=Claire Lefèvre:mailto:claire.lefevre@exemple.fr
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
         TRUE;CN="Thomas N'Diaye, ^'Tom^'":mailto:thomas@exemple.fr
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        X-MICROSOFT-DISALLOW-COUNTER:TRUE
        END:VEVENT
        END:VCALENDAR
        """#
}
