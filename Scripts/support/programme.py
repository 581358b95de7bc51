"""A programme that owes many mails at once, made for tests of the real program."""

import datetime
import os


def write(folder, pairs, port, connections=1, extra="", answers=""):
    """Writes a configuration in which each of so many pairs has one meeting to be announced, today.

    Two mails a pair. Nothing else is sent: there is one rule, and each relationship ends before a second meeting. The
    rule counts hours, which are elapsed time, so that it is due at any time of the day.
    """
    os.makedirs(folder, exist_ok=True)
    today = datetime.date.today()
    start, end = today + datetime.timedelta(days=7), today + datetime.timedelta(days=20)
    people, relationships = [], []
    for number in range(pairs):
        for role in ("mentor", "mentee"):
            people.append(f"  {role}-{number}: {{name: Personne {number}, email: {role}-{number}@example.org}}")
        relationships.append(
            f"  pair-{number}: {{mentor: mentor-{number}, mentee: mentee-{number}, start: {start}, end: {end}}}"
        )
    text = f"""programme:
  name: Mentorat Exemple
  mailbox: Mentorat Exemple <mentorat@exemple.fr>
  timezone: Europe/Paris
  language: fr
mail:
  server: smtp://127.0.0.1:{port}
  connections: {connections}
  {extra}
{answers}
defaults:
  sessions: {{every: 2-3 weeks, lasts: 1h}}
  hours: mon-sun 08:00-21:00
  notice: 1 day
people:
{chr(10).join(people)}
relationships:
{chr(10).join(relationships)}
rules:
  invitation: {{trigger: 1344 hours before session, send: {{invitation: everyone}}}}
"""
    with open(os.path.join(folder, "jalon.yaml"), "w", encoding="utf-8") as file:
        file.write(text)
