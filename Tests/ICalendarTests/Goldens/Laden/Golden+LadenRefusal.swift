extension Golden {
    /// The word to Claire that another time which she proposed does not suit.
    static let ladenRefusal = #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Jalon//Jalon 0.1//EN
        CALSCALE:GREGORIAN
        METHOD:DECLINECOUNTER
        BEGIN:VEVENT
        UID:été\, n° 1 \; "Zoé" \\ 👩🏽‍🏫\nrencontre-rencontre-rencont
         re-rencontre-rencontre-rencontre-rencontre-rencontre-rencontre-rencontre-r
         encontre-rencontre-rencontre-rencontre-rencontre-rencontre-rencon7@exemple
         .fr
        DTSTAMP:20261123T100000Z
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
        END:VEVENT
        END:VCALENDAR
        """#
}
