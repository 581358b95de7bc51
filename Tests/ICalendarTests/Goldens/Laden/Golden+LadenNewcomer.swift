extension Golden {
    /// An invitation of Amina to that meeting, which others know of.
    static let ladenNewcomer = #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Jalon//Jalon 0.1//EN
        CALSCALE:GREGORIAN
        METHOD:REQUEST
        \#(paris)
        BEGIN:VEVENT
        UID:été\, n° 1 \; "Zoé" \\ 👩🏽‍🏫\nrencontre-rencontre-rencont
         re-rencontre-rencontre-rencontre-rencontre-rencontre-rencontre-rencontre-r
         encontre-rencontre-rencontre-rencontre-rencontre-rencontre-rencon7@exemple
         .fr
        SEQUENCE:0
        DTSTAMP:20261123T100000Z
        CREATED:20261122T100000Z
        LAST-MODIFIED:20261123T100000Z
        DTSTART;TZID=Europe/Paris:20261203T183000
        DTEND;TZID=Europe/Paris:20261203T193000
        SUMMARY:Titre : « l'été »\, déjà \; "Zoé" \\ 👩🏽‍🏫\, où 
         ça ? Œuvre^1 \;\n	🏳️‍🌈 Noël\, cœur : 
         👨‍👩‍👧‍👦 \; fin\, n° 2 — 🇫🇷. Titre : « l'été 
         »\, déjà \; "Zoé" \\ 👩🏽‍🏫\, où ça ? Œuvre^1 \;\n	
         🏳️‍🌈 Noël\, cœur : 👨‍👩‍👧‍👦 \; fin\, n° 2 
         — 🇫🇷. Titre : « l'été »\, d
        DESCRIPTION:Description : « l'été »\, déjà \; "Zoé" \\ 
         👩🏽‍🏫\, où ça ? Œuvre^1 \;\n	🏳️‍🌈 Noël\, cœur : 
         👨‍👩‍👧‍👦 \; fin\, n° 2 — 🇫🇷. Description : « l'
         été »\, déjà \; "Zoé" \\ 👩🏽‍🏫\, où ça ? Œuvre^1 \;\n	
         🏳️‍🌈 Noël\, cœur : 👨‍👩‍👧‍👦 \; fin\, n° 2 
         — 🇫🇷. Descript
        LOCATION:Lieu : « l'été »\, déjà \; "Zoé" \\ 👩🏽‍🏫\, où 
         ça ? Œuvre^1 \;\n	🏳️‍🌈 Noël\, cœur : 
         👨‍👩‍👧‍👦 \; fin\, n° 2 — 🇫🇷. Lieu : « l'été 
         »\, déjà \; "Zoé" \\ 👩🏽‍🏫\, où ça ? Œuvre^1 \;\n	
         🏳️‍🌈 Noël\, cœur : 👨‍👩‍👧‍👦 \; fin\, n° 2 
         — 🇫🇷. Lieu : « l'été »\, déjà
        CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://visio.exemple.fr/salle/été,œu
         vre;n=1,2;👩🏽‍🏫/salle/été,œuvre;n=1,2;👩🏽‍🏫/salle/
         été,œuvre;n=1,2;👩🏽‍🏫/salle/été,œuvre;n=1,2;
         👩🏽‍🏫/salle/été,œuvre;n=1,2;👩🏽‍🏫/salle/été,œuvr
         e;n=1,2;👩🏽‍🏫/salle/été,œuvre;n=1,2;👩🏽‍🏫/salle/é
        COMMENT:Remarque : « l'été »\, déjà \; "Zoé" \\ 👩🏽‍🏫\, o
         ù ça ? Œuvre^1 \;\n	🏳️‍🌈 Noël\, cœur : 
         👨‍👩‍👧‍👦 \; fin\, n° 2 — 🇫🇷. Remarque : « l'ét
         é »\, déjà \; "Zoé" \\ 👩🏽‍🏫\, où ça ? Œuvre^1 \;\n	
         🏳️‍🌈 Noël\, cœur : 👨‍👩‍👧‍👦 \; fin\, n° 2 
         — 🇫🇷. Remarque : « l
        ORGANIZER;CN="Équipe : « l'été », déjà ; ^'Zoé^' \ 👩🏽‍🏫,
          où ça ? Œuvre^^1 ;^n	🏳️‍🌈 Noël, cœur : 
         👨‍👩‍👧‍👦 ; fin, n° 2 — 🇫🇷. Équipe : « l'été 
         », déjà ; ^'Zoé^' \ 👩🏽‍🏫, où ça ? Œuvre^^1 ;^n	
         🏳️‍🌈 Noël, cœur : 👨‍👩‍👧‍👦 ; fin, n° 2 — 
         🇫🇷. Équipe : « l'été »":mailto:mentorat@exemple.fr
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=NON-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
         FALSE;CN="Amina : « l'été », déjà ; ^'Zoé^' \ 👩🏽‍🏫, où 
         ça ? Œuvre^^1 ;^n	🏳️‍🌈 Noël, cœur : 
         👨‍👩‍👧‍👦 ; fin, n° 2 — 🇫🇷. Amina : « l'été »
         , déjà ; ^'Zoé^' \ 👩🏽‍🏫, où ça ? Œuvre^^1 ;^n	
         🏳️‍🌈 Noël, cœur : 👨‍👩‍👧‍👦 ; fin, n° 2 — 
         🇫🇷. Amina : « l'été », d":mailto:amina+mentorat@example.org
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE
         ;CN="Claire : « l'été », déjà ; ^'Zoé^' \ 👩🏽‍🏫, où ça 
         ? Œuvre^^1 ;^n	🏳️‍🌈 Noël, cœur : 👨‍👩‍👧‍👦 ;
          fin, n° 2 — 🇫🇷. Claire : « l'été », déjà ; ^'Zoé^' \ 
         👩🏽‍🏫, où ça ? Œuvre^^1 ;^n	🏳️‍🌈 Noël, cœur : 
         👨‍👩‍👧‍👦 ; fin, n° 2 — 🇫🇷. Claire : « l'été 
         »":mailto:claire.lefevre@exemple.fr
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
         TRUE;CN="Thomas : « l'été », déjà ; ^'Zoé^' \ 👩🏽‍🏫, où 
         ça ? Œuvre^^1 ;^n	🏳️‍🌈 Noël, cœur : 
         👨‍👩‍👧‍👦 ; fin, n° 2 — 🇫🇷. Thomas : « l'été 
         », déjà ; ^'Zoé^' \ 👩🏽‍🏫, où ça ? Œuvre^^1 ;^n	
         🏳️‍🌈 Noël, cœur : 👨‍👩‍👧‍👦 ; fin, n° 2 — 
         🇫🇷. Thomas : « l'été »":mailto:thomas@exemple.fr
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        X-MICROSOFT-DISALLOW-COUNTER:TRUE
        END:VEVENT
        END:VCALENDAR
        """#
}
