extension Golden {
    /// A calendar file with a meeting in Tokyo and one in Paris.
    static let published = #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Jalon//Jalon 0.1//EN
        CALSCALE:GREGORIAN
        NAME:Mentorat de Claire\, Thomas
        REFRESH-INTERVAL;VALUE=DURATION:PT12H
        BEGIN:VTIMEZONE
        TZID:Asia/Tokyo
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0900
        TZOFFSETTO:+0900
        TZNAME:JST
        END:STANDARD
        END:VTIMEZONE
        \#(paris)
        BEGIN:VEVENT
        UID:tokyo@exemple.fr
        SEQUENCE:0
        DTSTAMP:20261122T100000Z
        CREATED:20261122T100000Z
        LAST-MODIFIED:20261122T100000Z
        DTSTART;TZID=Asia/Tokyo:20261203T183000
        DTEND;TZID=Asia/Tokyo:20261203T193000
        SUMMARY:Rencontre de mentorat · Thomas et Claire
        DESCRIPTION:Bonjour\,\n\nTrois idées pour cette rencontre : le point d'ét
         ape \; vos questions\, même les petites \; la suite 🚀.\nLe dossier est
          ici : C:\\mentorat
        LOCATION:https://visio.exemple.fr/s/7f3a?lang=fr\,en\;x=1
        CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://visio.exemple.fr/s/7f3a?lang=fr,
         en;x=1
        ORGANIZER;CN="Mentorat: l'équipe":mailto:mentorat@exemple.fr
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        CLASS:PRIVATE
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT1H30M
        DESCRIPTION:Dans 1 h 30 : Tokyo\, enfin
        END:VALARM
        END:VEVENT
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
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        END:VEVENT
        END:VCALENDAR
        """#
}
