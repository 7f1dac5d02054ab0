"""The same records for the ear and for the telephone: loudspeaker scripts, bulletin, messages."""

from generator.announce.loudspeaker import Script, bulletin, place_of, script_of, scripts
from generator.announce.messages import Message, Short, messages, messages_of

__all__ = [
    "Message",
    "Script",
    "Short",
    "bulletin",
    "messages",
    "messages_of",
    "place_of",
    "script_of",
    "scripts",
]
