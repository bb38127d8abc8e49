"""The monitor: polls feeds, visits pages, checks them with wonmun, keeps the log and sends alerts."""
