"""Withdrawing what slipped out: what is to be done, and what would then be wrong elsewhere."""

from generator.withdraw.plan import CannotWithdrawError, Plan, plan_withdrawal
from generator.withdraw.trial import Trial, try_withdrawal

__all__ = ["CannotWithdrawError", "Plan", "Trial", "plan_withdrawal", "try_withdrawal"]
