"""The same records for the ear and for the telephone: loudspeaker scripts, bulletin, messages, runs noted."""

from generator.announce.loudspeaker import Script, bulletin, script_of, scripts
from generator.announce.messages import Message, Short, messages, messages_of
from generator.announce.runs import CannotNoteError, Run, longest, note, place_of

__all__ = [
    "CannotNoteError",
    "Message",
    "Run",
    "Script",
    "Short",
    "bulletin",
    "longest",
    "messages",
    "messages_of",
    "note",
    "place_of",
    "script_of",
    "scripts",
]
