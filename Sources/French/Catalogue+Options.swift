extension Catalogue {
    /// What each argument and each option is.
    static let options = [
        "A directory that is new or empty.": "Un répertoire nouveau ou vide.",
        "Accept what this configuration does.": "Accepter ce que fait cette configuration.",
        "At most so many entries, from 1 to 100,000.": "Tant d’entrées au plus, de 1 à 100 000.",
        "DATE=DIR: from that day on, the configuration in DIR is in force. May be given several times.":
            "DATE=REP : à partir de ce jour, la configuration de REP est en vigueur. Peut être donné plusieurs fois.",
        "Explain each decision: which rule, for what, and why not. Names stay out.":
            "Expliquer chaque décision : quelle règle, à quel sujet, et pourquoi non. Sans aucun nom.",
        "How many months.": "Combien de mois.",
        "How many weeks of mails to show.": "Combien de semaines de courriels montrer.",
        "Its number, as `jalon outbox list` has it.": "Son numéro, tel que le donne `jalon outbox list`.",
        "Only what concerns a person, a relationship or a meeting, by its id.":
            "Seulement ce qui concerne une personne, une relation ou une rencontre, par son identifiant.",
        "Plan as if it were the beginning of this day, such as 2026-12-01; now where it is left out.":
            "Planifier comme au début de ce jour, tel que 2026-12-01 ; maintenant sinon.",
        "Put the keys back into lines that are read from standard input.":
            "Remettre les clés dans des lignes lues sur l’entrée standard.",
        "Say what would be done and why, and change nothing.":
            "Dire ce qui serait fait et pourquoi, sans rien changer.",
        "Show help information.": "Montrer cette aide.",
        "Show subcommand help information.": "Montrer l’aide d’une sous-commande.",
        "Show the version.": "Montrer la version.",
        "The YAML file to write, which must not exist; without it, it is printed.":
            "Le fichier YAML à écrire, qui ne doit pas exister ; sinon il est affiché.",
        "The calendar file; - for standard input.": "Le fichier d’agenda ; - pour l’entrée standard.",
        "The day, such as 2027-01-07.": "Le jour, tel que 2027-01-07.",
        "The directory that holds jalon.yaml.": "Le répertoire où se trouve jalon.yaml.",
        "The directory to write ID.json and ID.ics to; created where it is missing.":
            "Le répertoire où écrire ID.json et ID.ics ; créé s’il manque.",
        "The directory to write to: new, empty, or that of an earlier rehearsal.":
            "Le répertoire où écrire : nouveau, vide, ou celui d’une répétition précédente.",
        "The file to write; it must not exist.": "Le fichier à écrire ; il ne doit pas exister.",
        "The file.": "Le fichier.",
        "The first day of the pause; today where it is left out.": "Le premier jour de la pause ; aujourd’hui sinon.",
        "The first day that counts, such as 2026-12-01; the last digest where it is left out.":
            "Le premier jour qui compte, tel que 2026-12-01 ; le dernier récapitulatif sinon.",
        "The first day, such as 2026-12-01.": "Le premier jour, tel que 2026-12-01.",
        "The first day, such as 2026-12-01; without it the last 30 days.":
            "Le premier jour, tel que 2026-12-01 ; sinon les 30 derniers jours.",
        "The first day.": "Le premier jour.",
        "The id of a meeting, as jalon plan shows it.": "L’identifiant d’une rencontre, tel que le montre jalon plan.",
        "The id of a person or of a relationship in the configuration.":
            "L’identifiant d’une personne ou d’une relation dans la configuration.",
        "The id of a relationship.": "L’identifiant d’une relation.",
        "The id of a rule, or rules, facts or templates.": "L’identifiant d’une règle, ou rules, facts ou templates.",
        "The id of the person who reads it, who sees what their role may see; the mentee where it is left out.":
            "L’identifiant de la personne qui lit, et voit ce que son rôle peut voir ; le mentoré sinon.",
        "The id of the person who reads it.": "L’identifiant de la personne qui lit.",
        "The id that the person had in the configuration.":
            "L’identifiant que la personne avait dans la configuration.",
        "The language to read it in, such as fr or en.": "La langue dans laquelle lire, telle que fr ou en.",
        "The language to read it in, such as fr or en; the reader's own where it is left out.":
            "La langue dans laquelle lire, telle que fr ou en ; celle de la personne sinon.",
        "The language, such as fr or en; the coordinator's where it is left out.":
            "La langue, telle que fr ou en ; celle du coordinateur sinon.",
        "The last day of the pause.": "Le dernier jour de la pause.",
        "The last day on which a meeting may fall; today where it is left out.":
            "Le dernier jour où une rencontre peut tomber ; aujourd’hui sinon.",
        "The last day.": "Le dernier jour.",
        "The meeting's id, as `jalon plan` shows it.": "L’identifiant de la rencontre, tel que le montre `jalon plan`.",
        "The most mails to show, the latest first.": "Le plus grand nombre de courriels, les derniers d’abord.",
        "The name of the text, such as prepare or invitation.": "Le nom du texte, tel que prepare ou invitation.",
        "The name that the receiving mail server gives itself in Authentication-Results; then its word that the sender is genuine is asked for.":
            "Le nom que le serveur qui reçoit se donne dans Authentication-Results ; sa parole que l’expéditeur est authentique est alors exigée.",
        "The new start, such as 2026-12-10T18:00.": "Le nouveau début, tel que 2026-12-10T18:00.",
        "The person's id in the configuration.": "L’identifiant de la personne dans la configuration.",
        "The relationship's id in the configuration.": "L’identifiant de la relation dans la configuration.",
        "The state directory; systemd's $STATE_DIRECTORY, or /var/lib/jalon, where it is not given.":
            "Le répertoire d’état ; sinon $STATE_DIRECTORY de systemd, ou /var/lib/jalon.",
        "The zone in which times are shown, and in which those are meant that name none.":
            "Le fuseau dans lequel les heures sont montrées, et celui des heures qui n’en nomment pas.",
        "Their numbers, as `jalon outbox list` has them.": "Leurs numéros, tels que les donne `jalon outbox list`.",
        "Those that were sent or are no longer wanted, too.": "Aussi ceux qui sont partis ou ne sont plus voulus.",
        "Warnings count as mistakes.": "Les avertissements comptent comme des erreurs.",
        "Which series, for a relationship.": "Quelle série, pour une relation.",
        "Who gets a test mail; nobody where it is left out.": "Qui reçoit un message d’essai ; personne sinon.",
        "fr or en; the programme's language where it is left out, or English where there is no programme.":
            "fr ou en ; sinon la langue du programme, ou l’anglais s’il n’y en a pas.",
        "table to read, json for programs, ics to look at the meetings in a calendar.":
            "table à lire, json pour les programmes, ics pour voir les rencontres dans un agenda.",
        "table to read, json for programs.": "table à lire, json pour les programmes.",
        "text and html for the halves of the mail, eml for all of it.":
            "text et html pour les deux moitiés du courriel, eml pour le tout.",
        "text to read, eml for the bytes as they go, json for programs.":
            "text à lire, eml pour les octets tels qu’ils partent, json pour les programmes.",
        "text to read, html for a page, json for programs.":
            "text à lire, html pour une page, json pour les programmes.",
        "text to read, html to print.": "text à lire, html à imprimer.",
        "text to read, json for programs.": "text à lire, json pour les programmes.",
        "text, or json for editors.": "text, ou json pour les éditeurs.",
    ]
}
