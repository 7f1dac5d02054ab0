"""Copies of communes' sites that the province keeps: fetched, checked, built or copied, swapped in."""
