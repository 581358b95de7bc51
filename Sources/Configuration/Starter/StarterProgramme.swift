extension Starter {
    static let programme = """
        # Le programme / The programme.
        # Après chaque modification / after each edit: jalon check --config .   puis / then: jalon plan --config .

        programme:
          name: Mentorat Exemple
          mailbox: Mentorat Exemple <mentorat@exemple.fr>  # expéditeur des mails / From, and the organizer of meetings
          timezone: Europe/Paris
          language: fr                                     # fr, en, ou vos textes / or your own: templates/LANG/NAME.md
          coordinator: camille
          # charter: https://exemple.fr/charte             # lien dans le premier mail / linked from the first mail
          # tone: tu                                       # vous par défaut / by default

        # Le serveur d'envoi. Sans lui, seules les répétitions fonctionnent : jalon rehearse.
        # The server that sends. Without it, rehearsals are all that works: jalon rehearse.
        # mail:
        #   server: smtps://smtp.exemple.fr                # ou / or smtp://… (STARTTLS)
        #   user: mentorat@exemple.fr
        #   password: {credential: smtp-password}          # systemd LoadCredential; ou / or {file: secret}, mode 0600
        #   pace: 60 per minute

        calendars:
          holidays: [calendars/jours-feries-metropole.ics] # personne ne se rencontre ces jours-là / nobody meets then
          # publish: /var/lib/jalon/calendars              # un .ics par personne / one .ics a person

        # Vaut pour tous ceux qui ne disent rien d'autre / holds for all who say nothing else.
        defaults:
          sessions: {every: 3-4 weeks, lasts: 1h30, max_gap: 6 weeks}
          reviews: {every: 3 months, lasts: 2h, with: session}
          hours: mon-fri 08:00-21:00
          notice: 5 days

        include: [people/*.yaml, relationships/*.yaml, rules/*.yaml]

        """

    static let people = """
        # Les personnes. L'identifiant (claire) ne s'affiche nulle part ; il sert dans les autres fichiers.
        # The people. The id (claire) is shown to nobody; the other files use it.

        people:
          camille:
            name: Camille Roux
            email: camille.roux@exemple.fr

          claire:
            name: Claire Durand
            email: claire.durand@exemple.fr
            available: [tue 12:00-14:00, thu 18:00-21:00]  # à l'heure de chez elle / on the clock where she lives
            # away: [2026-12-21..2027-01-03]               # du premier au dernier jour / first and last day included
            # hours_per_month: 6                           # pas plus / no more than that

          thomas:
            name: Thomas Petit
            email: thomas.petit@exemple.fr
            # language: en
            # timezone: Europe/London
            available: [thu 17:30-21:00]

        """

    static let relationships = """
        # Les relations : qui rencontre qui, depuis quand, à quel rythme.
        # The relationships: who meets whom, from when on, how often.

        relationships:
          claire-thomas:
            mentor: claire                                 # ou une liste / or a list: [claire, yann]
            mentee: thomas
            mediator: camille                              # jamais l'un des deux / never one of the two
            start: 2026-12-01
            # end: 2027-11-30                              # sans fin si absent / open without it
            sessions:
              # every: 3-4 weeks                           # sinon, defaults de / else the defaults of jalon.yaml
              prefer: thu 18:30
              first: {in_person: "Café du Sentier, 12 rue du Sentier, Paris"}
              then: {video: "https://visio.exemple.fr/claire-thomas"}
            objectives:
              - {goal: Devenir lead développeur, indicator: prise de poste, by: 2027-06-30}

        """

    static let rules = """
        # Les règles : quand écrire, à qui, et quoi.
        # The rules: when to write, to whom, and what.

        rules:
          # Un rendez-vous n'existe pour les participants qu'une fois annoncé / announces the meetings.
          invitation:
            trigger: 6 weeks before session, review
            send: {invitation: everyone}

          welcome:
            trigger: 2 weeks before start
            send: {template: welcome, to: everyone}

          prepare:
            trigger: 3 days before session
            only_if: [meeting is not a review]
            send: {template: prepare, to: [mentee, mentor]}

          prepare-review:
            trigger: 5 days before review
            send: {template: prepare-review, to: [mentee, mentor]}

          day-before:
            trigger: 1 day before session, review
            send: {template: day-before, to: everyone}

          # Entre deux rencontres / between two meetings.
          practise:
            trigger: 10 days after session
            condition: relationship.ahead > 0
            send: {template: practise, to: [mentee, mentor]}
            too_late_after: 5 days

          # Un silence : d'abord une question, puis la coordination, puis une médiation / when nobody meets.
          silence:
            trigger: 45 days after last held session
            send: {template: how-is-it-going, to: [mentor, mentee]}
            then:
              - {after: 10 days, send: {template: silent-relationship, to: coordinator}}
              - {after: 20 days, send: {template: offer-mediator, to: [mentor, mentee]}}

          pause:
            trigger: when relationship pauses
            send: {template: pause, to: [mentor, mentee]}

          resume:
            trigger: when relationship resumes
            send: {template: resume, to: [mentor, mentee]}

          farewell:
            trigger: when relationship ends early
            send: {template: farewell, to: [mentor, mentee]}

          digest:
            trigger: every monday at 08:00
            send: {template: coordinator-digest, to: coordinator}

          closing:
            trigger: 21 days before end
            send: {template: closing, to: [mentee, mentor]}

          thank-you:
            trigger: at end
            send: {template: thank-you, to: [mentee, mentor]}

          relay:
            trigger: 60 days after end
            send: {template: become-a-mentor, to: mentee}

        """
}
