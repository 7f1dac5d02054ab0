"""Whether a built site gives citizens what it should: criteria with stable ids, tried without a browser."""
