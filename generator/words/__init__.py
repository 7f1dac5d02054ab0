"""Vietnamese words: order, folding, dates, money and prose, without knowledge of any record."""
