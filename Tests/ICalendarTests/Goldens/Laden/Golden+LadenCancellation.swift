extension Golden {
    /// The same meeting when it is off, as Thomas gets it.
    static let ladenCancellation = #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Jalon//Jalon 0.1//EN
        CALSCALE:GREGORIAN
        METHOD:CANCEL
        \#(paris)
        BEGIN:VEVENT
        UID:été\, n° 1 \; "Zoé" \\ 👩🏽‍🏫\nrencontre-rencontre-rencont
         re-rencontre-rencontre-rencontre-rencontre-rencontre-rencontre-rencontre-r
         encontre-rencontre-rencontre-rencontre-rencontre-rencontre-rencon7@exemple
         .fr
        SEQUENCE:1
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
        COMMENT:Motif : « l'été »\, déjà \; "Zoé" \\ 👩🏽‍🏫\, où 
         ça ? Œuvre^1 \;\n	🏳️‍🌈 Noël\, cœur : 
         👨‍👩‍👧‍👦 \; fin\, n° 2 — 🇫🇷. Motif : « l'été 
         »\, déjà \; "Zoé" \\ 👩🏽‍🏫\, où ça ? Œuvre^1 \;\n	
         🏳️‍🌈 Noël\, cœur : 👨‍👩‍👧‍👦 \; fin\, n° 2 
         — 🇫🇷. Motif : « l'été »\, d
        ORGANIZER;CN="Équipe : « l'été », déjà ; ^'Zoé^' \ 👩🏽‍🏫,
          où ça ? Œuvre^^1 ;^n	🏳️‍🌈 Noël, cœur : 
         👨‍👩‍👧‍👦 ; fin, n° 2 — 🇫🇷. Équipe : « l'été 
         », déjà ; ^'Zoé^' \ 👩🏽‍🏫, où ça ? Œuvre^^1 ;^n	
         🏳️‍🌈 Noël, cœur : 👨‍👩‍👧‍👦 ; fin, n° 2 — 
         🇫🇷. Équipe : « l'été »":mailto:mentorat@exemple.fr
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;CN="Thomas : « l'été »,
          déjà ; ^'Zoé^' \ 👩🏽‍🏫, où ça ? Œuvre^^1 ;^n	
         🏳️‍🌈 Noël, cœur : 👨‍👩‍👧‍👦 ; fin, n° 2 — 
         🇫🇷. Thomas : « l'été », déjà ; ^'Zoé^' \ 👩🏽‍🏫, où
          ça ? Œuvre^^1 ;^n	🏳️‍🌈 Noël, cœur : 
         👨‍👩‍👧‍👦 ; fin, n° 2 — 🇫🇷. Thomas : « l'été 
         »":mailto:thomas@exemple.fr
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;CN="Claire : « l'été »,
          déjà ; ^'Zoé^' \ 👩🏽‍🏫, où ça ? Œuvre^^1 ;^n	
         🏳️‍🌈 Noël, cœur : 👨‍👩‍👧‍👦 ; fin, n° 2 — 
         🇫🇷. Claire : « l'été », déjà ; ^'Zoé^' \ 👩🏽‍🏫, où
          ça ? Œuvre^^1 ;^n	🏳️‍🌈 Noël, cœur : 
         👨‍👩‍👧‍👦 ; fin, n° 2 — 🇫🇷. Claire : « l'été 
         »":mailto:claire.lefevre@exemple.fr
        STATUS:CANCELLED
        TRANSP:OPAQUE
        END:VEVENT
        END:VCALENDAR
        """#
}
